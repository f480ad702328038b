package org.bitsconformance.report.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bitsconformance.report.text.AsciiJson;
import org.bitsconformance.report.text.ReplacedFile;
import org.bitsconformance.report.text.TemplatePage;

/** Writes a comparison of runs; {@code docs/compare.md} describes it. */
public final class ComparisonReport {

    private ComparisonReport() {}

    /**
     * Writes {@code compare.json} and {@code compare.html}. A file that is there already is replaced, and never seen half
     * written.
     *
     * @param suite name and version of what compares
     * @param folder where they go; made when it is missing
     * @throws IOException when the folder or a file in it cannot be written
     */
    public static void write(Comparison comparison, String suite, Path folder) throws IOException {
        Files.createDirectories(folder);
        ReplacedFile.write(
                folder.resolve("compare.json"), out -> AsciiJson.write(CompareDocument.of(comparison, suite), out));
        ReplacedFile.write(
                folder.resolve("compare.html"),
                out -> TemplatePage.write(ComparePage.of(comparison, suite), "compare.ftlh", out));
    }
}
