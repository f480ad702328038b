package org.bitsconformance.drive.application;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bitsconformance.transcript.Notification.Conduct;
import org.bitsconformance.transcript.http.WireBytes;

/**
 * Listens for notifications and answers them as its {@link Player} says. Takes one request per connection and at most
 * {@value #MOST_AT_ONCE} at once; reads and answers each within {@value #LONGEST_MILLIS} ms, unless it is never to be
 * answered. Its threads are daemons.
 */
public final class ServerApplication implements AutoCloseable {

    private static final int MOST_AT_ONCE = 8;
    private static final int LONGEST_MILLIS = 30_000;

    /** How long to wait when the rest of a body does not arrive; shorter once this has happened several times. */
    private static final int STALLED_MILLIS = 3_000;

    private static final int STALLED_AGAIN_MILLIS = 200;
    private static final int SEVERAL = 3;

    /** How long a server that has its answer may leave the connection open. */
    private static final int LAST_MILLIS = 2_000;

    private static final byte[] NO_HTTP = "220 mail.example ESMTP\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket listening;
    private final Player player;
    private final AnswerMaker maker = new AnswerMaker();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger broken = new AtomicInteger();
    private final ExecutorService threads = new ThreadPoolExecutor(
            0, MOST_AT_ONCE, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), ServerApplication::thread);

    private ServerApplication(ServerSocket listening, Player player) {
        this.listening = listening;
        this.player = player;
    }

    /**
     * Starts it.
     *
     * @param host name or address to listen on
     * @param port TCP port, or 0 for any that is free
     * @throws IOException when the address is not one of this machine, or the port is taken
     */
    public static ServerApplication start(String host, int port, Player player) throws IOException {
        ServerSocket listening = new ServerSocket();
        try {
            listening.setReuseAddress(true);
            listening.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (IOException e) {
            listening.close();
            throw e;
        }
        ServerApplication application = new ServerApplication(listening, player);
        thread(application::accept).start();
        return application;
    }

    /** The TCP port that it listens on. */
    public int port() {
        return listening.getLocalPort();
    }

    /** Stops listening and ends every connection. */
    @Override
    public void close() {
        quietly(listening::close);
        open.forEach(socket -> quietly(socket::close));
        threads.shutdownNow();
        maker.close();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "server-application");
        thread.setDaemon(true);
        return thread;
    }

    private void accept() {
        try {
            while (!listening.isClosed()) {
                take(listening.accept());
            }
        } catch (IOException e) {
            // closed: nobody gets an answer any more
            quietly(listening::close);
        }
    }

    private void take(Socket socket) {
        long opened = System.nanoTime();
        open.add(socket);
        try {
            threads.execute(() -> serve(socket, opened));
        } catch (RejectedExecutionException e) {
            open.remove(socket);
            quietly(socket::close);
        }
    }

    private void serve(Socket socket, long opened) {
        try (socket) {
            socket.setSoTimeout(LONGEST_MILLIS);
            if (player.hangsUp()) {
                ReceivedRequest nothing = ReceivedRequest.nothing(opened);
                ApplicationAnswer answer = player.answerTo(nothing);
                player.answering(nothing, answer, WireBytes.NONE, System.nanoTime());
                reset(socket);
                return;
            }
            ReceivedRequest request = RequestBytes.read(
                    socket, opened, broken.get() < SEVERAL ? STALLED_MILLIS : STALLED_AGAIN_MILLIS, player::isComplete);
            if (!request.whole()) {
                broken.incrementAndGet();
            }
            if (request.bytes().isEmpty()) {
                return;
            }
            answer(socket, request, player.answerTo(request));
        } catch (IOException e) {
            // the server ended its connection: its Ack shows how it understood that
            quietly(socket::close);
        } finally {
            open.remove(socket);
        }
    }

    private void answer(Socket socket, ReceivedRequest request, ApplicationAnswer answer) throws IOException {
        byte[] bytes = bytes(answer);
        player.answering(request, answer, WireBytes.of(bytes), System.nanoTime());
        if (answer.conduct() == Conduct.SILENT) {
            socket.setSoTimeout(LONGEST_MILLIS);
            awaitTheEnd(socket);
        } else if (answer.conduct() == Conduct.RESET) {
            reset(socket);
        } else {
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
            socket.shutdownOutput();
            socket.setSoTimeout(LAST_MILLIS);
            awaitTheEnd(socket);
        }
    }

    private byte[] bytes(ApplicationAnswer answer) throws IOException {
        return switch (answer.conduct()) {
            case ANSWERED -> maker.bytes(answer);
            case OLD_HTTP -> inOldHttp(maker.bytes(answer));
            case CUT_SHORT -> cutShort(maker.bytes(answer));
            case NOT_HTTP -> NO_HTTP;
            case HUNG_UP, RESET, CLOSED, SILENT -> new byte[0];
        };
    }

    private static byte[] inOldHttp(byte[] answer) {
        byte[] old = answer.clone();
        old["HTTP/1.".length()] = '0';
        return old;
    }

    /** The header and the first half of the body. */
    private static byte[] cutShort(byte[] answer) {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        int body = text.indexOf("\r\n\r\n") + END_OF_HEAD.length;
        return Arrays.copyOf(answer, body + (answer.length - body) / 2);
    }

    /** Reads until the server ends the connection, so that nothing of the answer is lost. */
    private static void awaitTheEnd(Socket socket) throws IOException {
        byte[] block = new byte[1 << 10];
        int count = 0;
        while (count >= 0) {
            count = socket.getInputStream().read(block);
        }
    }

    private static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private interface Closing {
        void run() throws IOException;
    }

    private static void quietly(Closing closing) {
        try {
            closing.run();
        } catch (IOException e) {
            // the socket is closed
            return;
        }
    }
}
