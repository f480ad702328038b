package org.bitsconformance.reference.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bitsconformance.reference.http.Bytes;
import org.bitsconformance.reference.http.RequestReader;

/**
 * The files by which an upload and its reply are passed by reference.
 *
 * @param request absolute path of the upload
 * @param response absolute path for the reply
 */
record DataFiles(Path request, Path response) {

    /** Files in a folder of their session; {@code number} counts the server's attempts. */
    static DataFiles in(Path folder, Session.Key key, int number) {
        String name = key.id().replaceAll("[^0-9A-Za-z-]", "");
        Path own = folder.toAbsolutePath().normalize().resolve(name.substring(0, Math.min(name.length(), 64)));
        return new DataFiles(own.resolve("request-" + number), own.resolve("response-" + number));
    }

    /** Writes the upload, and makes sure that there is no reply yet. */
    void store(Bytes upload) throws IOException {
        Files.createDirectories(request.getParent());
        Files.write(request, upload.array());
        Files.deleteIfExists(response);
    }

    /** What the application wrote; empty if nothing. Throws {@link IOException} if it is too much to read. */
    Optional<Bytes> reply() throws IOException {
        if (!Files.isRegularFile(response)) {
            return Optional.empty();
        }
        if (Files.size(response) > RequestReader.LARGEST_BODY) {
            throw new IOException("a reply of over " + RequestReader.LARGEST_BODY + " bytes");
        }
        return Optional.of(Bytes.of(Files.readAllBytes(response)));
    }

    boolean requestIsGone() {
        return !Files.exists(request);
    }

    /** Removes both files, and their folder unless it contains something else, as far as possible. */
    void delete() {
        for (Path file : new Path[] {request, response, request.getParent()}) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException inUse) {
                // Somebody still reads it.
            }
        }
    }
}
