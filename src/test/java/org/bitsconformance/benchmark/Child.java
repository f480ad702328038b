package org.bitsconformance.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The command {@code ./bits-conformance} in its own process, watched until it ends. Linux only: it reads {@code /proc}.
 */
final class Child implements AutoCloseable {

    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final double TICKS_PER_SECOND = 100;

    private final Process process;
    private final long begin = System.nanoTime();
    private final Path folder;

    private Child(Process process) {
        this.process = process;
        this.folder = Path.of("/proc", String.valueOf(process.pid()));
    }

    /**
     * What a process cost.
     *
     * @param seconds from its start to its end
     * @param cpuSeconds of user and system, to 0.02 s
     * @param peakMegabytes the most memory that it had
     * @param ended when it ended
     */
    record Cost(double seconds, double cpuSeconds, long peakMegabytes, Instant ended) {}

    static Child start(String... arguments) {
        List<String> words = new ArrayList<>(List.of("./bits-conformance"));
        words.addAll(List.of(arguments));
        try {
            return new Child(new ProcessBuilder(words)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the command to its end. */
    static Cost run(String... arguments) {
        try (Child child = start(arguments)) {
            return child.watched();
        }
    }

    /** The URL in the first line that {@code serve} prints. */
    @SuppressWarnings("StreamResourceLeak") // closed with the process
    String url() {
        try {
            BufferedReader out = process.inputReader();
            String first = out.readLine();
            String line = first;
            while (line != null && !line.startsWith("Ctrl-C")) {
                line = out.readLine();
            }
            return first.substring(first.indexOf("http"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@link System#nanoTime()} at the start. */
    long begin() {
        return begin;
    }

    private Cost watched() {
        Thread drain = new Thread(this::drain);
        drain.setDaemon(true);
        drain.start();
        double cpu = 0;
        long peak = 0;
        try {
            while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
                cpu = Math.max(cpu, cpuSeconds());
                peak = Math.max(peak, peakMegabytes());
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return new Cost((System.nanoTime() - begin) / 1e9, cpu, peak, Instant.now());
    }

    private void drain() {
        try {
            process.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // the process has ended
        }
    }

    private double cpuSeconds() {
        String stat = read("stat");
        if (stat.isEmpty()) {
            return 0;
        }
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        // user and system time of the process and of its children that have ended
        long ticks = 0;
        for (int i = 11; i <= 14; i++) {
            ticks += Long.parseLong(fields[i]);
        }
        return ticks / TICKS_PER_SECOND;
    }

    private long peakMegabytes() {
        Matcher peak = PEAK.matcher(read("status"));
        return peak.find() ? Long.parseLong(peak.group(1)) >> 10 : 0;
    }

    private String read(String name) {
        try {
            return Files.readString(folder.resolve(name), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return ""; // the process has ended
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
