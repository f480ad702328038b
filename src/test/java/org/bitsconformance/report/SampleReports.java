package org.bitsconformance.report;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.bitsconformance.report.document.ReportDocument;
import org.bitsconformance.report.text.AsciiJson;
import org.bitsconformance.report.text.ReplacedFile;
import org.bitsconformance.result.RunResult;

/** Folders as runs write them, with a {@code report.json} in each. */
public final class SampleReports {

    private SampleReports() {}

    /** A run in which one requirement was judged, and held. */
    public static Path conformant(Path folder) throws IOException {
        return write(SampleRun.conformant(), folder);
    }

    /** A run in which the same requirement was broken. */
    public static Path broken(Path folder) throws IOException {
        return write(SampleRun.broken(3, 10), folder);
    }

    /** A run with every verdict, of a server whose texts try to break out of their context. */
    public static Path hostile(Path folder) throws IOException {
        return write(SampleRun.everyVerdict(SampleRun.HOSTILE), folder);
    }

    /** A run against a target that was not there. */
    public static Path untestable(Path folder) throws IOException {
        return write(SampleRun.untestable("nobody listens there"), folder);
    }

    public static Path write(RunResult result, Path folder) throws IOException {
        Files.createDirectories(folder);
        ReplacedFile.write(folder.resolve("report.json"), out -> AsciiJson.write(ReportDocument.of(result), out));
        return folder;
    }

    /** The same, with something of its report changed. */
    public static Path edited(Path folder, Consumer<ObjectNode> change) throws IOException {
        Path file = folder.resolve("report.json");
        JsonMapper mapper = AsciiJson.MAPPER;
        ObjectNode report = (ObjectNode) mapper.readTree(Files.readString(file));
        change.accept(report);
        Files.writeString(file, mapper.writeValueAsString(report));
        return folder;
    }
}
