package org.bitsconformance.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A folder for what a command writes, where the user names none. */
public final class NewFolder {

    private NewFolder() {}

    /** A folder below {@code reports} that is not there yet, named by the time of day; it is not made. */
    public static Path inReports(String prefix) {
        String stamp = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT)
                .format(LocalDateTime.now(ZoneId.systemDefault()));
        Path reports = Path.of("reports");
        Path folder = reports.resolve(prefix + stamp);
        for (int again = 2; Files.exists(folder); again++) {
            folder = reports.resolve(prefix + stamp + "-" + again);
        }
        return folder;
    }
}
