package org.bitsconformance.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bitsconformance.cli.pages.FaultTable;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.ReferenceOptions;
import org.bitsconformance.reference.fault.Fault;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.target.UploadMode;

/**
 * A run of plan full, or of the plan of its setup, against a server that is set up like the embedded one and has one
 * fault.
 */
public final class FaultyRun {

    private FaultyRun() {}

    /**
     * Drives and judges it as the table of faults says; a broken SHOULD fails the run too. The server follows MC-BUP,
     * or the Win32 pages if it is judged only by them.
     *
     * @param only globs of scenarios, separated by commas; empty for all
     */
    public static RunResult judge(Fault fault, FaultTable.Entry entry, String only, Path folder) throws IOException {
        boolean replies = UploadMode.parse(entry.mode()) == UploadMode.UPLOAD_REPLY;
        SetUp setUp = SetUp.named(entry.setup());
        boolean win32 = entry.dialect().equals(Dialect.WIN32.optionName());
        ReferenceOptions conformant = setUp.of(EmbeddedServer.options(win32 ? Document.WIN32 : Document.MC_BUP));
        ReferenceOptions options = (replies ? conformant.withReplies() : conformant).withFaults(fault);
        try (EmbeddedServer embedded = setUp.start(options)) {
            String more = setUp.declared(embedded.server());
            String target = replies || !more.isEmpty() ? InProcess.targetFile(entry.mode(), more, folder) : "";
            List<String> asked = new ArrayList<>(
                    List.of("only", only, "dialect", entry.dialect(), "strict", "true", "target", target));
            asked.addAll(setUp.options());
            return InProcess.run(embedded, InProcess.request("", folder, asked.toArray(String[]::new)));
        }
    }
}
