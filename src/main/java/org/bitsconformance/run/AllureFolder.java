package org.bitsconformance.run;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The folder of Allure's results, next to the reports of a run. */
public final class AllureFolder {

    /**
     * Allure names its files with random UUIDs, so new results are added to those of an earlier run and never replace
     * them.
     */
    private static final Pattern WRITTEN_BY_ALLURE =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-(result\\.json|container\\.json|attachment.*)");

    private AllureFolder() {}

    /** The folder for Allure's results, next to the reports. */
    public static Path in(Path reports) {
        return reports.resolve("allure-results");
    }

    /** Deletes only the results of an earlier run: history, categories and so on belong to the user. */
    static void clear(Path reports) throws IOException {
        Path folder = in(reports);
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (WRITTEN_BY_ALLURE.matcher(file.getFileName().toString()).matches() && Files.isRegularFile(file)) {
                    Files.delete(file);
                }
            }
        }
    }
}
