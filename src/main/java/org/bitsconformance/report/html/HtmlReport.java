package org.bitsconformance.report.html;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Map;
import org.bitsconformance.report.text.TemplatePage;
import org.bitsconformance.result.RunResult;

/** Writes {@code report.html}, for people: one page with its style and its script in it, which loads nothing. */
public final class HtmlReport {

    private static final Map<String, Object> ASSETS =
            Map.of("style", variables(HtmlAsset.load("report.css")), "script", variables(HtmlAsset.load("report.js")));

    private HtmlReport() {}

    /** Writes the page that lies in a folder. */
    public static void write(RunResult result, Path folder, Writer out) throws IOException {
        write(HtmlPage.of(result, folder), out);
    }

    public static void write(HtmlPage content, Writer out) throws IOException {
        TemplatePage.write(content, ASSETS, "report.ftlh", out);
    }

    private static Map<String, String> variables(HtmlAsset asset) {
        return Map.of("text", asset.text(), "hash", asset.hash());
    }
}
