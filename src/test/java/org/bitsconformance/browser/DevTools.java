package org.bitsconformance.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** A connection to the DevTools of a browser, attached to one page. */
final class DevTools {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_SECONDS = 60;

    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final AtomicInteger lastId = new AtomicInteger();
    private WebSocket socket;
    private String session = "";

    private DevTools() {}

    static DevTools connect(URI address) throws IOException {
        DevTools devTools = new DevTools();
        devTools.socket = devTools.waitFor(
                HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address, devTools.new Listener()));
        String target = devTools.send("Target.createTarget", Map.of("url", "about:blank"))
                .path("targetId")
                .textValue();
        devTools.session = devTools.send("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .path("sessionId")
                .textValue();
        for (String domain : List.of("Page", "Runtime", "Log")) {
            devTools.send(domain + ".enable", Map.of());
        }
        return devTools;
    }

    /** Sends a command and returns its result. */
    JsonNode send(String method, Map<String, Object> params) {
        int id = lastId.incrementAndGet();
        ObjectNode command = JSON.createObjectNode().put("id", id).put("method", method);
        command.set("params", JSON.valueToTree(params));
        if (!session.isEmpty()) {
            command.put("sessionId", session);
        }
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(id, answer);
        waitFor(socket.sendText(command.toString(), true));
        JsonNode came = waitFor(answer);
        if (came.has("error")) {
            throw new AssertionError(method + ": " + came.get("error"));
        }
        return came.path("result");
    }

    /** Errors and warnings of the page's console, oldest first. */
    List<String> complaints() {
        return complaints;
    }

    void close() {
        socket.abort();
    }

    private void receive(String text) {
        JsonNode message;
        try {
            message = JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        JsonNode params = message.path("params");
        switch (message.path("method").asText()) {
            case "" -> asked.remove(message.path("id").intValue()).complete(message);
            case "Runtime.exceptionThrown" -> complaints.add(params.toString());
            case "Runtime.consoleAPICalled" -> complain(params, params.path("type"));
            case "Log.entryAdded" -> complain(params, params.path("entry").path("level"));
            default -> {}
        }
    }

    private void complain(JsonNode what, JsonNode level) {
        if (List.of("error", "warning", "assert").contains(level.asText())) {
            complaints.add(what.toString());
        }
    }

    private <T> T waitFor(CompletableFuture<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new AssertionError("the browser does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                receive(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            asked.values().forEach(answer -> answer.completeExceptionally(error));
        }
    }
}
