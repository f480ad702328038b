package org.bitsconformance.reference;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bitsconformance.reference.http.Bytes;
import org.bitsconformance.reference.http.HeaderField;
import org.bitsconformance.reference.http.HeaderFields;

/** One kept connection, written and read byte by byte. */
final class SocketWire implements Wire, AutoCloseable {

    private static final int LONGEST_WAIT_MILLIS = 20_000;

    private final Socket socket;
    private final InputStream in;

    SocketWire(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(LONGEST_WAIT_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    @Override
    public ReceivedReply send(String verb, String path, List<HeaderField> headers, Bytes body) {
        StringBuilder head = new StringBuilder(verb + " " + path + " HTTP/1.1\r\nHost: localhost\r\n");
        headers.forEach(header ->
                head.append(header.name()).append(": ").append(header.value()).append("\r\n"));
        try {
            write(head + "\r\n", body);
            return read(verb.equals("HEAD"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String head, Bytes body) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
        out.write(body.array());
        out.flush();
    }

    ReceivedReply read(boolean headOnly) throws IOException {
        int status = Integer.parseInt(readLine().split(" ", 3)[1]);
        List<HeaderField> headers = new ArrayList<>();
        for (String line = readLine(); !line.isEmpty(); line = readLine()) {
            String[] parts = line.split(": ?", 2);
            headers.add(new HeaderField(parts[0], parts[1]));
        }
        HeaderFields all = new HeaderFields(headers);
        int length = headOnly
                ? 0
                : all.first("Content-Length").map(Integer::parseInt).orElse(0);
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("the body ends after " + body.length + " bytes");
        }
        return new ReceivedReply(status, all, Bytes.of(body));
    }

    String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection ended after \"" + line + "\"");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
