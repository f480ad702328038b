package org.bitsconformance.cli.pages;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The script of the action, with a {@code java} that only records how it was called.
 *
 * @param folder where it runs
 */
record ActionScript(Path folder) {

    private static final String FAKE_JAVA = """
        #!/bin/sh
        printf '%s\\0' "$@" > arguments
        env > environment
        echo 'the run says ::error::what a server sent'
        [ -z "$FAKE_SUMMARY" ] || { mkdir -p "$FAKE_FOLDER"; printf '%s\\n' "$FAKE_SUMMARY" > "$FAKE_FOLDER/summary.md"; }
        exit "${FAKE_EXIT:-0}"
        """;

    /** The result of the script: its exit code, and what it printed. */
    record Ended(int exitCode, String out) {}

    static Optional<Path> bash() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(one -> Path.of(one, "bash"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    Ended run(Map<String, String> environment) throws IOException, InterruptedException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path java = Files.writeString(bin.resolve("java"), FAKE_JAVA);
        if (!java.toFile().setExecutable(true)) {
            throw new IOException(java + " cannot be made executable");
        }
        Files.writeString(folder.resolve("suite.jar"), "");
        Path script = Path.of(".github/action/run.sh").toAbsolutePath();
        ProcessBuilder builder = new ProcessBuilder(bash().orElseThrow().toString(), script.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("BITS_") || name.startsWith("GITHUB_"));
        builder.environment().merge("PATH", bin.toString(), (path, first) -> first + File.pathSeparator + path);
        builder.environment().put("BITS_ACTION_JAR", "suite.jar");
        builder.environment().put("GITHUB_OUTPUT", folder.resolve("output").toString());
        builder.environment()
                .put("GITHUB_STEP_SUMMARY", folder.resolve("summary").toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("the script does not end");
        }
        return new Ended(process.exitValue(), out);
    }

    /** The arguments of {@code java}, from the command on. */
    List<String> arguments() throws IOException {
        List<String> words = new ArrayList<>(List.of(text("arguments").split("\0", -1)));
        words.remove(words.size() - 1);
        if (!words.subList(0, 2).equals(List.of("-jar", "suite.jar"))) {
            throw new IllegalStateException("java was called with " + words);
        }
        return words.subList(2, words.size());
    }

    boolean javaWasCalled() {
        return Files.exists(folder.resolve("arguments"));
    }

    /** The text of a file in the folder; empty if there is none. */
    String text(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.exists(file) ? Files.readString(file) : "";
    }
}
