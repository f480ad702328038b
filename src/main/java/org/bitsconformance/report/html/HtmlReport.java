package org.bitsconformance.report.html;

import freemarker.template.SimpleScalar;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.bitsconformance.machine.Machine;
import org.bitsconformance.report.document.ReportDocument;
import org.bitsconformance.report.text.TemplatePage;
import org.bitsconformance.result.RunResult;

/** Writes {@code report.html}, for people: one page that contains its style and its script and loads nothing. */
public final class HtmlReport {

    private static final Map<String, SimpleScalar> STYLE = variables(HtmlAsset.load("report.css"));
    private static final Map<String, SimpleScalar> SCRIPT = variables(HtmlAsset.load("report.js"));

    private HtmlReport() {}

    /**
     * Writes the page into a folder.
     *
     * @param report the document of the result
     */
    public static void write(ReportDocument report, RunResult result, Path folder, Writer out) throws IOException {
        write(report, result, Optional.empty(), folder, out);
    }

    /** The same with the learned state machine. */
    public static void write(
            ReportDocument report, RunResult result, Optional<Machine> machine, Path folder, Writer out)
            throws IOException {
        write(HtmlPage.of(report, result, machine, folder), out);
    }

    static void write(HtmlPage page, Writer out) throws IOException {
        TemplatePage.write(
                "report.ftlh",
                Map.of("page", page, "report", page.report(), "style", STYLE, "script", SCRIPT),
                TemplatePage.LONGEST_TEXT,
                out);
    }

    private static Map<String, SimpleScalar> variables(HtmlAsset asset) {
        return Map.of("text", new SimpleScalar(asset.text()), "hash", new SimpleScalar(asset.hash()));
    }
}
