package org.bitsconformance.drive.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A TCP port of the loopback address that refuses connections and that nobody else can use: bound, but not listening. */
public final class DeafPort implements AutoCloseable {

    private static final long PATIENCE_NANOS = 5_000_000_000L;

    private final Socket bound;

    private DeafPort(Socket bound) {
        this.bound = bound;
    }

    /** Any free port. */
    public static DeafPort any() {
        return bind(0);
    }

    /** A port on which nobody listens any more; the last listener may need a moment to release it. */
    static DeafPort bind(int number) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            Socket socket = new Socket();
            try {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
                return new DeafPort(socket);
            } catch (BindException e) {
                if (System.nanoTime() > end) {
                    throw new UncheckedIOException(e);
                }
                Thread.onSpinWait();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public int number() {
        return bound.getLocalPort();
    }

    @Override
    public void close() {
        try {
            bound.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
