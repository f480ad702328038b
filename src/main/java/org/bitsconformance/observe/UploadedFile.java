package org.bitsconformance.observe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.bitsconformance.run.OutputException;
import org.bitsconformance.run.UnwritableFolder;
import org.bitsconformance.transcript.ClientEnded.Arrived;

/** A file of known content for clients to upload, which is deleted when it is closed. */
public final class UploadedFile implements AutoCloseable {

    private static final long SEED = 20_151_030;

    private final Path path;
    private final byte[] content;

    private UploadedFile(Path path, byte[] content) {
        this.path = path;
        this.content = content;
    }

    /**
     * Makes a file of so many bytes in a folder, such as that of the system's temporary files.
     *
     * @throws OutputException when that fails
     */
    public static UploadedFile in(Path folder, int size) {
        byte[] content = new byte[size];
        new Random(SEED).nextBytes(content);
        try {
            Path path = Files.createTempFile(folder, "bits-upload-", ".bin");
            Files.write(path, content);
            return new UploadedFile(path, content);
        } catch (IOException e) {
            throw new OutputException("the file for the client to upload cannot be written to " + folder + ": "
                    + UnwritableFolder.reason(e));
        }
    }

    public Path path() {
        return path;
    }

    /** In bytes. */
    public int size() {
        return content.length;
    }

    /** What lies at a destination, given the bytes there; empty if there is no file. */
    Arrived arrived(Optional<byte[]> there) {
        return arrived(there, content);
    }

    /** The same for a file with this content. */
    static Arrived arrived(Optional<byte[]> there, byte[] content) {
        if (there.isEmpty()) {
            return Arrived.NOTHING;
        }
        byte[] bytes = there.get();
        if (Arrays.equals(bytes, content)) {
            return Arrived.COMPLETE;
        }
        boolean begins = bytes.length < content.length && Arrays.mismatch(bytes, content) == bytes.length;
        return begins ? Arrived.PARTIAL : Arrived.DIFFERENT;
    }

    /** Deletes the file; if a client still holds it, the system deletes it at the latest. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            path.toFile().deleteOnExit();
        }
    }
}
