package org.bitsconformance.observe;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** One run of a client program, which gets a limited time, no input, and ends with everything that it started. */
public final class ClientRun {

    private static final int LOOK_MILLIS = 50;

    /** How long to wait for the last output of a program that has ended; something that it started may hold it open. */
    private static final int LAST_OUTPUT_MILLIS = 300;

    private static final int KILLED_MILLIS = 2_000;
    private static final int BUFFER = 8 << 10;

    private final Process process;
    private final KeptOutput output = new KeptOutput();
    private final Set<ProcessHandle> started = new LinkedHashSet<>();
    private final Thread reader;

    private ClientRun(Process process) {
        this.process = process;
        this.reader = new Thread(this::read, "bits-client-output");
        reader.setDaemon(true);
    }

    /**
     * How a program ended.
     *
     * @param exitCode empty if it was killed, because its time was over or the observation was stopped
     * @param output what it printed, of both streams, without the middle if that is long; control characters are escaped
     * @param leftRunning how many programs it had started and left running; they were killed
     */
    public record Ended(OptionalInt exitCode, String output, int leftRunning) {}

    /**
     * Runs a program to its end.
     *
     * @param words the program and its arguments
     * @param limit how long it may run
     * @param stopped whether to kill it now
     * @throws ClientCommand.NotStarted when it cannot be started
     */
    public static Ended of(List<String> words, Duration limit, BooleanSupplier stopped)
            throws ClientCommand.NotStarted, InterruptedException {
        return new ClientRun(started(words)).await(limit, stopped);
    }

    private static Process started(List<String> words) throws ClientCommand.NotStarted {
        try {
            return new ProcessBuilder(words).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new ClientCommand.NotStarted(words.get(0), e);
        }
    }

    private Ended await(Duration limit, BooleanSupplier stopped) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        reader.start();
        giveNoInput();
        try {
            boolean ended = false;
            while (!ended && System.nanoTime() < deadline && !stopped.getAsBoolean()) {
                process.descendants().forEach(started::add);
                ended = process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            }
            OptionalInt exitCode = ended ? OptionalInt.of(process.exitValue()) : OptionalInt.empty();
            int left = ended
                    ? (int) started.stream().filter(ProcessHandle::isAlive).count()
                    : 0;
            kill();
            reader.join(LAST_OUTPUT_MILLIS);
            return new Ended(exitCode, output.text(), left);
        } finally {
            kill();
        }
    }

    private void giveNoInput() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // The program has ended, and reads nothing.
        }
    }

    /** Ends the program and all that it is known to have started. */
    private void kill() throws InterruptedException {
        process.descendants().forEach(started::add);
        started.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.waitFor(KILLED_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void read() {
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = process.getInputStream()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                output.take(buffer, count);
            }
        } catch (IOException e) {
            // The program was killed.
        }
    }
}
