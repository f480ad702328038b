package org.bitsconformance.drive.transport;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.Predicate;
import org.bitsconformance.transcript.Exchange.Ending;

/**
 * Waits briefly for an interim answer or any other (RFC 2616 8.2.3 does not demand one), or for what follows an answer,
 * which should be nothing.
 */
final class InterimWait {

    private static final int BUFFER = 8 << 10;
    private static final long NANOS_IN_MILLI = 1_000_000;

    private InterimWait() {}

    /** Reads until the header of an answer has arrived, the connection fails, or the time is over. */
    static void on(TappedSocket socket, Duration longest) {
        on(socket, longest, InterimWait::holdsHeader);
    }

    /** Reads what follows an answer until the server ends the connection, it fails, or the time is over. */
    static void forTheEnd(TappedSocket socket, Duration longest) {
        on(socket, longest, text -> false);
    }

    private static void on(TappedSocket socket, Duration longest, Predicate<String> enough) {
        Tap tap = socket.tap();
        Socket carrier = socket.untapped();
        byte[] buffer = new byte[BUFFER];
        long end = System.nanoTime() + longest.toNanos();
        try {
            for (long left = end - System.nanoTime();
                    left > 0 && !enough.test(tap.receivedText());
                    left = end - System.nanoTime()) {
                carrier.setSoTimeout(Math.max(1, (int) (left / NANOS_IN_MILLI)));
                int count = carrier.getInputStream().read(buffer);
                if (count < 0) {
                    tap.ended(Ending.CLOSED);
                    return;
                }
                tap.received(buffer, 0, count);
            }
        } catch (SocketTimeoutException e) {
            // The time is over.
        } catch (IOException e) {
            tap.ended(Ending.RESET);
        } finally {
            forever(carrier);
        }
    }

    private static void forever(Socket carrier) {
        try {
            carrier.setSoTimeout(0);
        } catch (IOException e) {
            // The next read will report it.
        }
    }

    private static boolean holdsHeader(String text) {
        return text.contains("\r\n\r\n") || text.contains("\n\n");
    }
}
