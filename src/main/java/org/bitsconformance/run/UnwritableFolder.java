package org.bitsconformance.run;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.bitsconformance.transcript.RecordInUseException;

/** Says in one line why nothing can be written to the reports folder. */
public final class UnwritableFolder {

    private UnwritableFolder() {}

    /** One line that names the folder, the cause, and what to do. */
    public static String words(Path folder, IOException cause) {
        if (cause instanceof RecordInUseException) {
            return "--out " + folder + ": another run is writing there; give each run its own folder";
        }
        return "--out " + folder + " cannot be written: " + reason(cause);
    }

    /** Why something could not be written, as a clause. */
    public static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof FileAlreadyExistsException there) {
            return there.getFile() + " is a file, not a folder";
        }
        if (cause instanceof NoSuchFileException missing) {
            return "there is no " + missing.getFile();
        }
        if (cause instanceof FileSystemException other && other.getReason() != null) {
            return other.getReason();
        }
        return String.valueOf(cause.getMessage());
    }
}
