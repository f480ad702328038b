package org.bitsconformance.report.reproduce;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.bitsconformance.report.text.ReplacedFile;
import org.bitsconformance.result.RunResult;

/** Writes the folder of scripts that show what is broken, one for each broken requirement. */
public final class Reproductions {

    /** Maximum number of scripts of a run; the worst requirements come first. */
    static final int MOST = 100;

    private static final Set<PosixFilePermission> EXECUTABLE = PosixFilePermissions.fromString("rwxr-xr-x");

    private Reproductions() {}

    /** Writes the scripts of a run, replacing any existing ones; if there are none, creates no folder. */
    public static void write(RunResult result, Path runFolder) throws IOException {
        Path folder = runFolder.resolve(Reproduction.FOLDER);
        clear(folder);
        List<Reproduction> scripts = result.broken().stream()
                .limit(MOST)
                .flatMap(broken -> Reproduction.of(broken, result).stream())
                .toList();
        if (scripts.isEmpty()) {
            return;
        }
        Files.createDirectories(folder);
        for (Reproduction script : scripts) {
            Path file = folder.resolve(script.fileName());
            ReplacedFile.write(file, out -> out.write(script.text()));
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(file, EXECUTABLE);
            }
        }
    }

    private static void clear(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> old = Files.newDirectoryStream(folder, "*.{sh,py}")) {
            for (Path file : old) {
                Files.delete(file);
            }
        }
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
            if (!left.iterator().hasNext()) {
                Files.delete(folder);
            }
        }
    }
}
