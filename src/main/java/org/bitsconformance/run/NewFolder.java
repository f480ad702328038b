package org.bitsconformance.run;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A folder for the output of a command, if the user names none. */
public final class NewFolder {

    private NewFolder() {}

    /**
     * Makes a folder below {@code reports}, named by the time of day. Runs that start in the same second get one each. Where
     * none can be made, the folder is only named, and whoever writes to it finds out why.
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

    /** Whether the folder was not there before, as far as that can be told. */
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
