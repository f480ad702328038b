package org.bitsconformance.reference.client;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bitsconformance.reference.client.UploadJob.Manner;

/**
 * The client as a program: {@code URL FILE [FAULT [NAME:PASSWORD]]}, where {@code right} is no fault. It uploads in
 * Fragments of 64 KiB, prints nothing, and ends with 0 if the file was uploaded, 1 if it was not, 2 if it was called
 * wrongly.
 */
public final class ClientProgram {

    private static final int FRAGMENT = 64 << 10;
    private static final int WRONG_USAGE = 2;
    private static final String RIGHT = "right";

    private ClientProgram() {}

    /** Runs it and ends the process. */
    public static void main(String[] arguments) throws InterruptedException {
        System.exit(run(arguments));
    }

    /** Runs it; returns the exit code. */
    static int run(String... arguments) throws InterruptedException {
        String fault = arguments.length > 2 ? arguments[2] : RIGHT;
        Optional<ClientConduct> conduct = fault.equals(RIGHT)
                ? Optional.of(ClientConduct.ORDINARY)
                : ClientFaults.named(fault).map(ClientFault::conduct);
        if (arguments.length < 2 || conduct.isEmpty()) {
            return WRONG_USAGE;
        }
        Manner manner = arguments.length > 3 ? Manner.PLAIN.with(arguments[3]) : Manner.PLAIN;
        try {
            UploadJob job = UploadJob.of(URI.create(arguments[0]), Files.readAllBytes(Path.of(arguments[1])));
            return ClientUpload.run(job.inFragmentsOf(FRAGMENT).with(manner), conduct.get());
        } catch (IOException | IllegalArgumentException e) {
            return WRONG_USAGE;
        }
    }
}
