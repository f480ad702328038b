package org.bitsconformance.observe;

import java.io.IOException;
import java.net.Socket;

/** Ends connections; how is all that the other side sees of it. */
final class Sockets {

    private Sockets() {}

    /** Tells the other side that nothing more will be sent. */
    static void endSending(Socket socket) {
        try {
            socket.shutdownOutput();
        } catch (IOException e) {
            // It has ended already.
        }
    }

    static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is given up either way.
        }
    }

    /** Ends a connection as if its program had crashed. */
    static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // It has ended already.
        }
        close(socket);
    }

    /** Whether an exception says that the other side reset the connection. */
    static boolean isReset(IOException e) {
        String message = String.valueOf(e.getMessage());
        return message.matches(".*(reset|Broken pipe|aborted|forcibly closed).*");
    }
}
