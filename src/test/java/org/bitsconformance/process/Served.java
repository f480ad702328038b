package org.bitsconformance.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The command {@code serve} in its own process, ready to be driven. */
final class Served implements AutoCloseable {

    private final Process process;
    private final List<String> greeting = new ArrayList<>();

    private Served(Process process) {
        this.process = process;
    }

    static Served with(String... options) {
        List<String> arguments = new ArrayList<>(List.of("serve"));
        arguments.addAll(Arrays.asList(options));
        Served served = new Served(Command.launch(Map.of(), Command.java(arguments.toArray(String[]::new))));
        served.awaitGreeting();
        return served;
    }

    /** The lines that it prints before it serves. */
    List<String> greeting() {
        return greeting;
    }

    String url() {
        String first = greeting.get(0);
        return first.substring(first.indexOf("http"));
    }

    @SuppressWarnings("StreamResourceLeak") // closed with the process
    private void awaitGreeting() {
        try {
            BufferedReader out = process.inputReader();
            String line = out.readLine();
            while (line != null && !line.startsWith("Ctrl-C")) {
                greeting.add(line);
                line = out.readLine();
            }
            if (greeting.isEmpty()) {
                throw new IllegalStateException(
                        "serve ended: " + new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
