package org.bitsconformance.observe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** One end of a connection, in the hands of a test. */
final class ProxyPeer implements AutoCloseable {

    private static final int LONGEST_MILLIS = 20_000;

    private final Socket socket;

    ProxyPeer(Socket socket) {
        this.socket = socket;
        try {
            socket.setSoTimeout(LONGEST_MILLIS);
            socket.setTcpNoDelay(true);
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A connection to a port of this machine. */
    static ProxyPeer to(int port) {
        try {
            return new ProxyPeer(new Socket(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Accepts a connection, and lets a handshake fail. */
    static void handshake(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getInputStream().read();
        } catch (IOException e) {
            // As it should.
        }
    }

    /** Sends ISO 8859-1 text. */
    ProxyPeer send(String text) {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    ProxyPeer send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next bytes. */
    byte[] read(int count) {
        try {
            byte[] bytes = socket.getInputStream().readNBytes(count);
            if (bytes.length < count) {
                throw new IOException("only " + bytes.length + " of " + count + " bytes came");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next bytes as ISO 8859-1. */
    String text(int count) {
        return new String(read(count), StandardCharsets.ISO_8859_1);
    }

    /** The next header with its blank line, as ISO 8859-1. */
    String head() {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        do {
            head.writeBytes(read(1));
        } while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n"));
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    /** What else comes until the other side ends the connection, as ISO 8859-1. */
    String rest() {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the other side resets the connection before it sends anything. */
    boolean isReset() {
        try {
            socket.getInputStream().read();
            return false;
        } catch (SocketException e) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ProxyPeer endSending() {
        try {
            socket.shutdownOutput();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void reset() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
