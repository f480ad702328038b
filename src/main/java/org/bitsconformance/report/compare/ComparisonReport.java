package org.bitsconformance.report.compare;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.bitsconformance.report.document.ReportHead.Product;
import org.bitsconformance.report.text.AsciiJson;
import org.bitsconformance.report.text.ReplacedFile;
import org.bitsconformance.report.text.TemplatePage;

/** Writes a comparison of runs; {@code docs/compare.md} describes it. */
public final class ComparisonReport {

    private static final int VERSION = 1;

    /** Maximum number of characters of one text on the page. */
    private static final int LONGEST_TEXT = 600;

    private ComparisonReport() {}

    /** {@code compare.json}, described by {@code schema/compare-1.schema.json}. */
    private record CompareFile(
            int schemaVersion, Product suite, @JsonUnwrapped Comparison comparison) {}

    /**
     * Writes {@code compare.json} and {@code compare.html}. Replaces each existing file in one step, so that nobody
     * sees it half written.
     *
     * @param suite name and version of the suite that compares
     * @param folder where they go; created if missing
     * @throws IOException when the folder or a file in it cannot be written
     */
    public static void write(Comparison comparison, String suite, Path folder) throws IOException {
        Files.createDirectories(folder);
        ReplacedFile.write(
                folder.resolve("compare.json"),
                out -> AsciiJson.write(new CompareFile(VERSION, Product.of(suite), comparison), out));
        ReplacedFile.write(
                folder.resolve("compare.html"),
                out -> TemplatePage.write(
                        "compare.ftlh", Map.of("comparison", comparison, "suite", suite), LONGEST_TEXT, out));
    }
}
