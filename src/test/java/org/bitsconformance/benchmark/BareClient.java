package org.bitsconformance.benchmark;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bitsconformance.transcript.Exchange;

/**
 * Sends recorded requests again, one after another over one kept connection, and reads each answer to its end. It
 * judges and records nothing, so it shows what only the packets cost.
 */
final class BareClient implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 10_000;

    private final int port;
    private final Map<String, String> sessions = new HashMap<>();
    private Socket socket;
    private InputStream in;

    /** Sends to this port of this machine. */
    BareClient(int port) {
        this.port = port;
    }

    /**
     * The result of one pass.
     *
     * @param statuses of the answers, in the order of the requests
     * @param seconds that it took
     */
    record Pass(List<Integer> statuses, double seconds) {

        double perSecond() {
            return statuses.size() / seconds;
        }
    }

    /** Whether a plain client can send the request: it was sent completely, and its answer has a length. */
    static boolean sendable(Exchange exchange) {
        String head = exchange.request().text();
        return exchange.answer().text().startsWith("HTTP/1.1 ")
                && field(head, "Content-Length").matches("\\d+")
                && !head.contains("Expect:")
                && !head.contains("Transfer-Encoding:")
                && !field(exchange.answer().text(), "Content-Length").isEmpty()
                && exchange.request().restored().filter(BareClient::whole).isPresent();
    }

    /** Sends each of them, after replacing a recorded session id with the one that the server gives now. */
    Pass send(List<Exchange> exchanges) throws IOException {
        List<byte[]> requests = new ArrayList<>();
        for (Exchange exchange : exchanges) {
            requests.add(exchange.request().restored().orElseThrow());
        }
        List<Integer> statuses = new ArrayList<>();
        long begin = System.nanoTime();
        for (int i = 0; i < requests.size(); i++) {
            String answer = answerTo(requests.get(i));
            String given = field(answer, "BITS-Session-Id");
            String recorded = field(exchanges.get(i).answer().text(), "BITS-Session-Id");
            if (!given.isEmpty() && !recorded.isEmpty()) {
                sessions.put(recorded, given);
            }
            statuses.add(Integer.parseInt(answer.substring(9, 12)));
        }
        return new Pass(statuses, (System.nanoTime() - begin) / 1e9);
    }

    private String answerTo(byte[] recorded) throws IOException {
        byte[] request = renamed(recorded);
        if (socket == null) {
            connect();
        }
        socket.getOutputStream().write(request);
        String head = head();
        if (head.isEmpty()) {
            connect();
            socket.getOutputStream().write(request);
            head = head();
        }
        in.skipNBytes(Long.parseLong(field(head, "Content-Length")));
        if (field(head, "Connection").toLowerCase(Locale.ROOT).contains("close")) {
            socket.close();
            socket = null;
        }
        return head;
    }

    private void connect() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    private String head() throws IOException {
        StringBuilder head = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.append((char) next);
            if (next == '\n' && head.length() > 3 && head.charAt(head.length() - 3) == '\n') {
                break;
            }
        }
        return head.toString();
    }

    private byte[] renamed(byte[] recorded) {
        String text = new String(recorded, StandardCharsets.ISO_8859_1);
        String id = field(text.substring(0, text.indexOf("\r\n\r\n") + 2), "BITS-Session-Id");
        String now = sessions.get(id);
        return now == null
                ? recorded
                : text.replace("BITS-Session-Id: " + id, "BITS-Session-Id: " + now)
                        .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static boolean whole(byte[] request) {
        String text = new String(request, StandardCharsets.ISO_8859_1);
        int body = text.indexOf("\r\n\r\n") + 4;
        return body > 3 && text.length() - body == Long.parseLong(field(text, "Content-Length"));
    }

    private static String field(String message, String name) {
        int end = message.indexOf("\r\n\r\n");
        String head = end < 0 ? message : message.substring(0, end);
        return head.lines()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
        }
    }
}
