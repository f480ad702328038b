package org.bitsconformance.innocent;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server that answers uploads with a reply of 1,000 bytes, which can be downloaded by the rules of HTTP. It supports
 * only correct uploads: fragments in order, and no packet that must be refused.
 */
public final class ReplyingServer implements AutoCloseable {

    private static final String UPLOADS = "/uploads/";
    private static final String CONTENT = "0123456789".repeat(100);
    private static final String TIME = "Mon, 18 Jun 2007 21:12:01 GMT";
    private static final Pattern SPEC = Pattern.compile("(\\d*)-(\\d*)");
    private static final Pattern FRAGMENT = Pattern.compile("bytes (\\d+)-(\\d+)/(\\d+)");

    /** How it handles what HTTP leaves open. */
    public enum Manner {
        /** As in RFC 2616: ignores an unreadable Range, and sends each of several ranges as a part. */
        PATIENT,
        /** As RFC 9110 permits: refuses an unreadable Range, and ranges that touch or overlap. */
        STRICT,
        /** Serves one range at a time, refuses no range beyond the end, and spells times and types differently. */
        MODEST,
        /** Like {@link #PATIENT}, but replies stay after their sessions have ended, which is wrong. */
        KEEPING
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Manner manner;
    private final Map<String, String> replies = new ConcurrentHashMap<>();

    private ReplyingServer(HttpServer server, Manner manner) {
        this.server = server;
        this.manner = manner;
    }

    /** Starts a server on its own port of 127.0.0.1. */
    public static ReplyingServer start(Manner manner) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ReplyingServer replying = new ReplyingServer(server, manner);
        server.createContext("/", replying::answer);
        server.setExecutor(replying.threads);
        server.start();
        return replying;
    }

    /** The folder for uploads, ending in a slash. */
    public String uploadUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + UPLOADS;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestMethod().equals("BITS_POST")) {
                packet(exchange);
            } else if (replies.containsValue(exchange.getRequestURI().getPath())) {
                download(exchange);
            } else {
                send(exchange, 404, "");
            }
        }
    }

    private void packet(HttpExchange exchange) throws IOException {
        Headers asked = exchange.getRequestHeaders();
        Headers ack = exchange.getResponseHeaders();
        ack.set("BITS-Packet-Type", "Ack");
        String session = asked.getFirst("BITS-Session-Id");
        switch (asked.getFirst("BITS-Packet-Type")) {
            case "Create-Session" -> {
                session = "{" + UUID.randomUUID() + "}";
                ack.set("BITS-Protocol", "{7df0354d-249b-430f-820d-3d2a9bef4931}");
            }
            case "Fragment" -> fragment(asked, ack, session);
            case "Close-Session", "Cancel-Session" -> end(session);
            default -> {
                // A Ping.
            }
        }
        if (session != null) {
            ack.set("BITS-Session-Id", session);
        }
        send(exchange, 200, "");
    }

    private void end(String session) {
        if (manner != Manner.KEEPING) {
            replies.remove(session);
        }
    }

    private void fragment(Headers asked, Headers ack, String session) {
        Matcher range = FRAGMENT.matcher(asked.getFirst("Content-Range"));
        if (!range.matches()) {
            return;
        }
        long next = Long.parseLong(range.group(2)) + 1;
        ack.set("BITS-Received-Content-Range", String.valueOf(next));
        if (next == Long.parseLong(range.group(3))) {
            String path = "/replies/" + session;
            replies.put(session, path);
            ack.set("BITS-Reply-URL", manner == Manner.MODEST ? url(path) : "../replies/" + encoded(session));
        }
    }

    private String url(String path) {
        return uploadUrl().replace(UPLOADS, encoded(path));
    }

    private static String encoded(String text) {
        return text.replace("{", "%7B").replace("}", "%7D");
    }

    private void download(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/plain");
        exchange.getResponseHeaders().set("Last-Modified", manner == Manner.MODEST ? "Mon Jun 18 21:12:01 2007" : TIME);
        String asked = exchange.getRequestHeaders().getFirst("Range");
        if (asked == null || exchange.getRequestMethod().equals("HEAD")) {
            send(exchange, 200, CONTENT);
            return;
        }
        List<int[]> ranges = ranges(asked);
        boolean several = asked.contains(",");
        if (ranges.isEmpty()) {
            boolean beyond = asked.matches("bytes=\\d+-\\d*") && !asked.equals("bytes=5-2");
            refuse(exchange, beyond);
        } else if (!several) {
            exchange.getResponseHeaders().set("Content-Range", contentRange(ranges.get(0)));
            send(exchange, 206, CONTENT.substring(ranges.get(0)[0], ranges.get(0)[1] + 1));
        } else if (manner == Manner.MODEST || (manner == Manner.STRICT && ranges.get(1)[0] <= ranges.get(0)[1] + 1)) {
            send(exchange, manner == Manner.STRICT ? 416 : 200, CONTENT);
        } else {
            exchange.getResponseHeaders().set("Content-Type", "multipart/byteranges; boundary=\"next\"");
            send(exchange, 206, parts(ranges));
        }
    }

    private void refuse(HttpExchange exchange, boolean beyond) throws IOException {
        int status = switch (manner) {
            case PATIENT, KEEPING -> beyond ? 416 : 200;
            case STRICT -> beyond ? 416 : 400;
            case MODEST -> 200;
        };
        if (status == 416) {
            exchange.getResponseHeaders().set("Content-Range", "bytes */" + CONTENT.length());
        }
        send(exchange, status, status == 200 ? CONTENT : "no such range\n");
    }

    /** The requested ranges that the reply has; none if one cannot be read. */
    private static List<int[]> ranges(String asked) {
        List<int[]> ranges = new ArrayList<>();
        String list = asked.startsWith("bytes=") ? asked.substring("bytes=".length()) : "";
        for (String spec : list.split(",", -1)) {
            Matcher found = SPEC.matcher(spec);
            if (!found.matches() || spec.equals("-")) {
                return List.of();
            }
            int end = CONTENT.length() - 1;
            int first = found.group(1).isEmpty()
                    ? CONTENT.length() - Integer.parseInt(found.group(2))
                    : Integer.parseInt(found.group(1));
            boolean open = found.group(1).isEmpty() || found.group(2).isEmpty();
            int last = open ? end : Math.min(end, Integer.parseInt(found.group(2)));
            if (first <= last) {
                ranges.add(new int[] {first, last});
            }
        }
        return ranges;
    }

    private static String parts(List<int[]> ranges) {
        StringBuilder body = new StringBuilder();
        for (int[] range : ranges) {
            body.append("\r\n--next\r\ncontent-type: text/plain\r\ncontent-range: ")
                    .append(contentRange(range))
                    .append("\r\n\r\n")
                    .append(CONTENT, range[0], range[1] + 1);
        }
        return body.append("\r\n--next--\r\n").toString();
    }

    private static String contentRange(int[] range) {
        return "bytes " + range[0] + "-" + range[1] + "/" + CONTENT.length();
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
        exchange.getResponseHeaders().set("Content-Length", String.valueOf(bytes.length));
        boolean bodiless = bytes.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, bodiless ? -1 : bytes.length);
        if (!bodiless) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
