package sample;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A small BITS upload server: it keeps files in memory, and lets them be read back by GET. */
public final class UploadServer implements AutoCloseable {

    private static final String PROTOCOL = "{7df0354d-249b-430f-820d-3d2a9bef4931}";
    private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18})");

    private final Map<String, ByteArrayOutputStream> sessions = new ConcurrentHashMap<>();
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final HttpServer server;

    public UploadServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                answer(exchange);
            }
        });
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/upload/");
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getRawPath();
        if (!exchange.getRequestMethod().equals("BITS_POST")) {
            byte[] file = files.get(path);
            exchange.sendResponseHeaders(file == null ? 404 : 200, file == null || file.length == 0 ? -1 : file.length);
            exchange.getResponseBody().write(file == null ? new byte[0] : file);
            return;
        }
        exchange.getResponseHeaders().set("BITS-Packet-Type", "Ack");
        int status = acknowledge(path, exchange.getRequestHeaders(), body, exchange.getResponseHeaders());
        exchange.sendResponseHeaders(status, -1);
    }

    private int acknowledge(String path, Headers asked, byte[] body, Headers ack) {
        String type = String.valueOf(asked.getFirst("BITS-Packet-Type")).toLowerCase(Locale.ROOT);
        String session = type.equals("create-session") ? "{" + UUID.randomUUID() + "}" : asked.getFirst("BITS-Session-Id");
        ByteArrayOutputStream upload = sessions.get(session + path);
        if (upload == null && !type.equals("ping") && !type.equals("create-session")) {
            ack.set("BITS-Error-Code", "0x8020001F");
            ack.set("BITS-Error-Context", "0x5");
            return 500;
        }
        if (session != null) {
            ack.set("BITS-Session-Id", session);
        }
        switch (type) {
            case "ping" -> {}
            case "create-session" -> {
                ack.set("BITS-Protocol", PROTOCOL);
                sessions.put(session + path, new ByteArrayOutputStream());
            }
            case "fragment" -> {
                return append(upload, asked.getFirst("Content-Range"), body, ack);
            }
            case "close-session" -> files.put(path, sessions.remove(session + path).toByteArray());
            case "cancel-session" -> sessions.remove(session + path);
            default -> {
                return 400;
            }
        }
        return 200;
    }

    /** Appends what is new of a fragment; what begins beyond the next byte is refused. */
    private static int append(ByteArrayOutputStream upload, String header, byte[] body, Headers ack) {
        Matcher range = RANGE.matcher(header == null ? "" : header);
        if (!range.matches()) {
            return 400;
        }
        long start = Long.parseLong(range.group(1));
        int known = (int) (upload.size() - start);
        if (known >= 0) {
            upload.write(body, Math.min(known, body.length), Math.max(0, body.length - known));
        }
        ack.set("BITS-Received-Content-Range", String.valueOf(upload.size()));
        return known < 0 ? 416 : 200;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
