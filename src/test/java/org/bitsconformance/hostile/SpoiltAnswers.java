package org.bitsconformance.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A relay in front of a correct server that spoils each of its answers, or keeps it back. */
public final class SpoiltAnswers implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");

    private final URI server;
    private final NumberedSpoiling spoiling;
    private final ServerSocket listening;
    private final AtomicInteger spoilt = new AtomicInteger();

    /** What happens to an answer. */
    @FunctionalInterface
    public interface Spoiling {

        /**
         * What is passed on; empty if the client gets no answer.
         *
         * @param request the whole request, as ISO 8859-1
         * @param answer the whole answer, as ISO 8859-1
         */
        Optional<String> of(String request, String answer);
    }

    /** What happens to an answer, also depending on its place on its connection. */
    @FunctionalInterface
    public interface NumberedSpoiling {

        /** Like {@link Spoiling#of}; {@code number} is 1 for the first request on a connection. */
        Optional<String> of(int number, String request, String answer);
    }

    private SpoiltAnswers(URI server, NumberedSpoiling spoiling) throws IOException {
        this.server = server;
        this.spoiling = spoiling;
        this.listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    }

    /** Starts one on any free port, in front of the server with this upload URL. */
    public static SpoiltAnswers of(URI server, Spoiling spoiling) {
        return numbered(server, (number, request, answer) -> spoiling.of(request, answer));
    }

    /** Like {@link #of}, with the number of the request on its connection. */
    public static SpoiltAnswers numbered(URI server, NumberedSpoiling spoiling) {
        try {
            SpoiltAnswers between = new SpoiltAnswers(server, spoiling);
            HostileServer.daemon(between::accept);
            return between;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The upload URL through this relay. */
    public String url() {
        return "http://127.0.0.1:" + listening.getLocalPort() + server.getPath();
    }

    /** How many answers did not arrive unchanged. */
    public int spoilt() {
        return spoilt.get();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                HostileServer.daemon(() -> serve(client));
            } catch (IOException e) {
                // Closed.
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket backend = new Socket(server.getHost(), server.getPort())) {
            for (int number = 1; ; number++) {
                String asked = head(client.getInputStream());
                String request = asked + body(asked, client.getInputStream());
                send(request, backend.getOutputStream());
                String head = head(backend.getInputStream());
                String answer = head + body(head, backend.getInputStream());
                String handed = spoiling.of(number, request, answer).orElse("");
                if (!handed.equals(answer)) {
                    spoilt.incrementAndGet();
                }
                send(handed, client.getOutputStream());
            }
        } catch (IOException e) {
            // One of the two has given up.
        }
    }

    private static void send(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(ISO_8859_1));
        out.flush();
    }

    private static String body(String head, InputStream in) throws IOException {
        Matcher length = LENGTH.matcher(head);
        int count = length.find() ? Integer.parseInt(length.group(1)) : 0;
        return new String(in.readNBytes(count), ISO_8859_1);
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException();
            }
            text.append((char) next);
        }
        return text.toString();
    }
}
