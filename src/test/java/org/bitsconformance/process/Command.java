package org.bitsconformance.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The runnable jar in its own process. Standard output and error are pipes. */
final class Command {

    private static final long LONGEST_SECONDS = 90;
    private static final Path JAR = Path.of(System.getProperty("bits.jar")).toAbsolutePath();

    private final Process process;
    private final CompletableFuture<String> out;
    private final CompletableFuture<String> err;

    private Command(Process process) {
        this.process = process;
        this.out = all(process.getInputStream());
        this.err = all(process.getErrorStream());
    }

    /** The result of a process. */
    record Ended(int exitCode, String out, String err) {

        /** The lines of standard output. */
        List<String> lines() {
            return out.lines().toList();
        }

        String lastLine() {
            return lines().isEmpty() ? "" : lines().get(lines().size() - 1);
        }
    }

    /** Runs {@code bits-conformance} with these arguments to its end. */
    static Ended run(String... arguments) {
        return start(Map.of(), arguments).ended();
    }

    static Command start(Map<String, String> environment, String... arguments) {
        return new Command(launch(environment, java(arguments)));
    }

    /** Starts any program, in an environment without variables that would change the suite's behaviour. */
    static Command started(Map<String, String> environment, List<String> commandLine) {
        return new Command(launch(environment, commandLine));
    }

    /** Starts any program in a folder, with its two streams merged. */
    static Command other(Path folder, List<String> commandLine) {
        try {
            return new Command(cleaned(new ProcessBuilder(commandLine))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the jar without reading its output. */
    static Process launch(Map<String, String> environment, List<String> commandLine) {
        try {
            ProcessBuilder builder = cleaned(new ProcessBuilder(commandLine));
            builder.environment().putAll(environment);
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs {@code bits-conformance} with these arguments to its end, with a heap of at most so many MB. */
    static Ended runInMemory(int megabytes, String... arguments) {
        List<String> words = java(arguments);
        words.add(1, "-Xmx" + megabytes + "m");
        return new Command(launch(Map.of(), words)).ended();
    }

    static List<String> java(String... arguments) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xms64m",
                "-XX:SharedArchiveFile=" + JAR.resolveSibling("bits-conformance.jsa"),
                "-Xshare:auto",
                "-Xlog:disable",
                "-jar",
                JAR.toString()));
        words.addAll(List.of(arguments));
        return words;
    }

    /** The script {@code bits-conformance}, run to its end; empty if another jar than the script's is tested. */
    static Optional<Ended> script(String... arguments) {
        Path script = Path.of("bits-conformance").toAbsolutePath();
        if (!JAR.equals(script.resolveSibling("target").resolve(JAR.getFileName()))) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>(List.of(script.toString()));
        words.addAll(List.of(arguments));
        return Optional.of(started(Map.of(), words).ended());
    }

    /** Asks the process to end, like Ctrl-C and SIGTERM. */
    Command interrupted() {
        process.toHandle().destroy(); // Process.destroy would close the streams that are read
        return this;
    }

    /** Ends the process at once, like {@code kill -9}. */
    Command killed() {
        process.toHandle().destroyForcibly();
        return this;
    }

    /** Waits for the end; fails the test if the process takes too long. */
    Ended ended() {
        return ended(Duration.ofSeconds(LONGEST_SECONDS));
    }

    /** Waits so long for the end; fails the test if the process takes longer. */
    Ended ended(Duration longest) {
        try {
            boolean inTime = process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
            if (!inTime) {
                process.destroyForcibly();
            }
            assertThat(inTime).as("the process ends in time").isTrue();
            return new Ended(process.exitValue(), out.join(), err.join());
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw new IllegalStateException(e);
        }
    }

    private static ProcessBuilder cleaned(ProcessBuilder builder) {
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("BITS_")
                        || name.equals("JAVA_TOOL_OPTIONS")
                        || name.equals("JDK_JAVA_OPTIONS")
                        || name.equals("_JAVA_OPTIONS"));
        return builder;
    }

    private static CompletableFuture<String> all(InputStream stream) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try (stream) {
                        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                // Not the common pool: it has few threads, and each would wait for the end of a process.
                task -> new Thread(task).start());
    }
}
