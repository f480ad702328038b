package org.bitsconformance.report;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bitsconformance.report.document.ReportDocument;
import org.bitsconformance.report.html.HtmlReport;
import org.bitsconformance.result.RunResult;

/** Pages of invented runs, for tests that look at them from outside. */
public final class SamplePages {

    private SamplePages() {}

    /** A page with every verdict, of a server that sends text that tries to break out of the page. */
    public static Path hostile(Path folder) throws IOException {
        return write(SampleRun.everyVerdict(SampleRun.HOSTILE), folder);
    }

    /** A page with this many cases, each of which breaks one requirement. */
    public static Path broken(int cases, Path folder) throws IOException {
        return write(SampleRun.broken(cases, 200), folder);
    }

    private static Path write(RunResult result, Path folder) throws IOException {
        StringWriter page = new StringWriter();
        HtmlReport.write(ReportDocument.of(result), result, folder, page);
        return Files.writeString(folder.resolve("report.html"), page.toString());
    }
}
