package org.bitsconformance.run;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A folder for a command's output, if the user names none. */
public final class NewFolder {

    private NewFolder() {}

    /**
     * Creates a folder below {@code reports}, named after the time of day. Runs that start in the same second get
     * separate folders. If none can be created, returns only the name, and whoever writes to it finds out why.
     */
    public static Path inReports(String prefix) {
        String stamp = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT)
                .format(LocalDateTime.now(ZoneId.systemDefault()));
        Path reports = Path.of("reports");
        Path folder = reports.resolve(prefix + stamp);
        for (int again = 2; !made(folder); again++) {
            folder = reports.resolve(prefix + stamp + "-" + again);
        }
        return folder;
    }

    /** Creates a folder; returns false if it existed before, and true even if it cannot be created. */
    private static boolean made(Path folder) {
        try {
            Files.createDirectories(folder.getParent());
            Files.createDirectory(folder);
            return true;
        } catch (FileAlreadyExistsException e) {
            return !Files.exists(folder);
        } catch (IOException e) {
            return true;
        }
    }
}
