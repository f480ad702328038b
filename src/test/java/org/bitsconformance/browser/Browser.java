package org.bitsconformance.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Headless Chromium, driven through its DevTools protocol. {@link #close()} ends it with all its processes. */
public final class Browser implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LISTENING = "DevTools listening on ";
    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final DevTools devTools;

    private Browser(Process process, DevTools devTools) {
        this.process = process;
        this.devTools = devTools;
    }

    /** The browser on this machine; empty if there is none on the path. */
    public static Optional<Path> installed() {
        List<String> folders = List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
        return Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
                .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Starts it with an empty page.
     *
     * @param profile an empty folder that it may fill
     */
    public static Browser start(Path executable, Path profile) throws IOException {
        Process process = new ProcessBuilder(
                        executable.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--no-default-browser-check",
                        "--disable-extensions",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--remote-debugging-port=0",
                        "--window-size=1200,900",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return new Browser(process, DevTools.connect(address(process)));
        } catch (IOException | RuntimeException | Error e) {
            end(process);
            throw e;
        }
    }

    /** Shows a page; forgets earlier complaints. */
    public void open(URI page) {
        devTools.complaints().clear();
        devTools.send("Page.navigate", Map.of("url", page.toString()));
        await("document.readyState === 'complete' && location.href.startsWith('" + page + "')");
    }

    /** Runs an expression in the page, as if the user had asked for it, and returns its value. */
    public JsonNode run(String expression) {
        JsonNode answer = devTools.send(
                "Runtime.evaluate",
                Map.of("expression", expression, "awaitPromise", true, "returnByValue", true, "userGesture", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + answer.get("exceptionDetails"));
        }
        return answer.at("/result/value");
    }

    /** Waits until an expression is true in the page. */
    public void await(String condition) {
        boolean held = run("new Promise((done) => { const end = Date.now() + " + PATIENCE_SECONDS * 500
                        + "; const look = () => { if (" + condition + ") { done(true); }"
                        + " else if (Date.now() > end) { done(false); } else { setTimeout(look, 10); } }; look(); })")
                .booleanValue();
        if (!held) {
            throw new AssertionError("never true in the page: " + condition);
        }
    }

    /** Types a text where the focus is. */
    public void type(String text) {
        devTools.send("Input.insertText", Map.of("text", text));
    }

    /** Presses and releases a key: a character or {@code Tab}. */
    public void press(String key) {
        boolean tab = key.equals("Tab");
        for (String what : List.of("keyDown", "keyUp")) {
            devTools.send(
                    "Input.dispatchKeyEvent",
                    Map.of(
                            "type", what,
                            "key", key,
                            "code", tab ? "Tab" : "Space",
                            "windowsVirtualKeyCode", tab ? 9 : 32,
                            "text", what.equals("keyDown") && !tab ? key : ""));
        }
    }

    /** Sets another window size, in CSS pixels. */
    public void resize(int width, int height) {
        devTools.send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Errors and warnings of the console since the page was opened, including violations of its security policy. */
    public List<String> complaints() {
        return List.copyOf(devTools.complaints());
    }

    @Override
    public void close() {
        devTools.close();
        end(process);
    }

    private static void end(Process process) {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        try {
            CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                    .get(10, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            all.forEach(ProcessHandle::destroyForcibly);
        } catch (InterruptedException e) {
            all.forEach(ProcessHandle::destroyForcibly);
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Reads the browser's output until it names the address, and then keeps reading, so that the browser is never
     * blocked.
     */
    private static URI address(Process process) throws IOException {
        CompletableFuture<URI> address = new CompletableFuture<>();
        Thread reader = new Thread(() -> readAddress(process, address), "browser-says");
        reader.setDaemon(true);
        reader.start();
        try {
            return address.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException("the browser did not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void readAddress(Process process, CompletableFuture<URI> address) {
        StringBuilder said = new StringBuilder();
        try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(LISTENING)) {
                    address.complete(
                            URI.create(line.substring(LISTENING.length()).strip()));
                }
                said.append(line).append('\n');
            }
            address.completeExceptionally(new IOException("it ended: " + said));
        } catch (IOException e) {
            address.completeExceptionally(new UncheckedIOException(e));
        }
    }

    /** A text as a JavaScript expression. */
    public static String quoted(String text) {
        return JSON.getNodeFactory().textNode(text).toString();
    }
}
