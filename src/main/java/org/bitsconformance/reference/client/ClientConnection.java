package org.bitsconformance.reference.client;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import org.bitsconformance.reference.http.HeaderField;

/** A connection of a client to a host. */
final class ClientConnection implements AutoCloseable {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int USUAL_PORT = 80;
    private static final int HIGHEST_PORT = 65_535;
    private static final int LONGEST_LINE = 64 << 10;
    private static final int SWITCHING = 200;

    private final String host;
    private final Socket socket = new Socket();
    private final InputStream in;
    private final OutputStream out;

    /** Connects to a host, with a port or without. */
    ClientConnection(String host) throws IOException {
        this.host = host;
        int colon = host.lastIndexOf(':');
        int port = colon < 0 ? USUAL_PORT : number(host.substring(colon + 1), 10);
        if (port > HIGHEST_PORT) {
            throw new IOException("no port has the number " + port);
        }
        try {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(colon < 0 ? host : host.substring(0, colon), port), CONNECT_MILLIS);
            in = new BufferedInputStream(socket.getInputStream());
            out = socket.getOutputStream();
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    String host() {
        return host;
    }

    /** Whether the server has ended it, as far as shows without waiting. */
    boolean ended() throws IOException {
        if (socket.isClosed()) {
            return true;
        }
        socket.setSoTimeout(1);
        in.mark(1);
        try {
            boolean ended = in.read() < 0;
            if (!ended) {
                in.reset();
            }
            return ended;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** Writes in pieces of so many bytes; 0 for all at once. */
    void write(byte[] bytes, int piece) throws IOException {
        int step = piece == 0 ? Math.max(1, bytes.length) : piece;
        for (int at = 0; at < bytes.length; at += step) {
            out.write(bytes, at, Math.min(step, bytes.length - at));
            out.flush();
        }
    }

    /** Reads the final answer; waits so long for more of it. */
    ClientAnswer read(int patienceMillis) throws IOException {
        socket.setSoTimeout(patienceMillis);
        ClientAnswer answer = head();
        while (answer.status() < SWITCHING) {
            answer = head();
        }
        skipBody(answer);
        return answer;
    }

    /** Whether 100 comes before anything else; if another answer does, it stays to be read. */
    boolean mayGoOn(int patienceMillis) throws IOException {
        socket.setSoTimeout(patienceMillis);
        in.mark(LONGEST_LINE);
        boolean goOn = head().status() < SWITCHING;
        if (!goOn) {
            in.reset();
        }
        return goOn;
    }

    private ClientAnswer head() throws IOException {
        String[] first = line().split(" ", 3);
        if (!first[0].startsWith("HTTP/1.") || first.length < 2 || !first[1].matches("\\d{3}")) {
            throw new IOException("the answer is not HTTP");
        }
        List<HeaderField> fields = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                fields.add(new HeaderField(line.substring(0, colon), line.substring(colon + 1)));
            }
        }
        return new ClientAnswer(Integer.parseInt(first[1]), first[0].endsWith(".0"), fields);
    }

    private void skipBody(ClientAnswer answer) throws IOException {
        if (answer.value("Transfer-Encoding").equalsIgnoreCase("chunked")) {
            for (int length = chunk(); length > 0; length = chunk()) {
                skip(length);
                line();
            }
            String trailer;
            do {
                trailer = line();
            } while (!trailer.isEmpty());
            return;
        }
        String length = answer.value("Content-Length");
        if (length.matches("\\d{1,9}")) {
            skip(Integer.parseInt(length));
        } else if (answer.ends()) {
            in.readAllBytes();
        }
    }

    private int chunk() throws IOException {
        return number(line().split(";", 2)[0].strip(), 16);
    }

    private static int number(String text, int radix) throws IOException {
        try {
            return Integer.parseUnsignedInt(text, radix);
        } catch (NumberFormatException e) {
            throw new IOException("not a number: " + text, e);
        }
    }

    private void skip(int length) throws IOException {
        if (in.readNBytes(length).length < length) {
            throw new EOFException("the connection ended within the body");
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.length() > LONGEST_LINE) {
                throw new EOFException("the connection ended within the header");
            }
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
