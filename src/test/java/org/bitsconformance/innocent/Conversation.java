package org.bitsconformance.innocent;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.Set;
import org.bitsconformance.protocol.BitsHeaders;

/** The exchanges on one connection, from its first request to its end. */
final class Conversation {

    private static final int PATIENCE_MILLIS = 10_000;
    private static final int IDLE_MILLIS = 300;
    private static final int LINGER_MILLIS = 300;

    private final Socket socket;
    private final UploadServer uploads;
    private final Set<Freedom> freedoms;
    private final InputStream in;
    private final InnocentRequests reader;
    private final ReplyWriter writer;
    private final OddForms forms;
    private final boolean idles;
    private boolean resets;

    Conversation(Socket socket, UploadServer uploads, Set<Freedom> freedoms) throws IOException {
        this.socket = socket;
        this.uploads = uploads;
        this.freedoms = freedoms;
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream());
        this.reader = new InnocentRequests(in);
        this.idles = freedoms.contains(Freedom.CLOSE_IDLE) || freedoms.contains(Freedom.CLOSE_IDLE_408);
        this.resets = freedoms.contains(Freedom.CLOSE_BY_RESET);
        this.forms = new OddForms(freedoms);
        this.writer = new ReplyWriter(socket.getOutputStream(), freedoms);
    }

    /** Answers until either side ends the connection. */
    void hold() throws IOException {
        boolean goesOn = true;
        boolean first = true;
        while (goesOn && !ended(first)) {
            first = false;
            try {
                Optional<IncomingRequest> head = reader.head();
                goesOn = head.isPresent() && answer(forms.admit(head.orElseThrow()));
            } catch (Refused refused) {
                writer.ack(InnocentReply.page(refused.status()), true);
                goesOn = false;
            }
        }
        end();
    }

    /** Waits for the next request; on an idle connection, as long as the server wants. */
    private boolean ended(boolean first) throws IOException {
        socket.setSoTimeout(idles && !first ? IDLE_MILLIS : PATIENCE_MILLIS);
        in.mark(1);
        try {
            if (in.read() < 0) {
                return true;
            }
        } catch (SocketTimeoutException idle) {
            if (freedoms.contains(Freedom.CLOSE_IDLE_408)) {
                writer.ack(InnocentReply.page(408), true);
            }
            return true;
        }
        in.reset();
        socket.setSoTimeout(PATIENCE_MILLIS);
        return false;
    }

    private boolean answer(IncomingRequest head) throws IOException, Refused {
        boolean announced = freedoms.contains(Freedom.CLOSE_ANNOUNCED) || head.asks("Connection", "close");
        boolean stays = !announced
                && !freedoms.contains(Freedom.CLOSE_UNANNOUNCED)
                && !freedoms.contains(Freedom.CLOSE_BY_RESET);
        if (isPacket(head)) {
            if (freedoms.contains(Freedom.REFUSAL_BEFORE_BODY)
                    || freedoms.contains(Freedom.REFUSAL_BEFORE_BODY_THEN_CLOSE)) {
                Optional<InnocentReply> refusal = uploads.refusalByHeaders(head);
                if (refusal.isPresent()) {
                    boolean ends = announced || freedoms.contains(Freedom.REFUSAL_BEFORE_BODY_THEN_CLOSE);
                    writer.ack(refusal.orElseThrow(), ends);
                    return !ends && reader.body(head).complete() && stays;
                }
            }
            if (head.asks("Expect", "100-continue")) {
                writer.goOn();
            }
            IncomingRequest request = reader.body(head);
            if (!request.complete()) {
                uploads.cutOff(request);
                return false;
            }
            writer.ack(uploads.answer(request), announced);
            return stays;
        }
        IncomingRequest request = reader.body(head);
        if (request.method().equals("GET") || request.method().equals("HEAD")) {
            boolean withBody = request.method().equals("GET");
            resets = false;
            return !writer.document(uploads.published(request.path()), withBody, announced) && stays;
        }
        writer.ack(InnocentReply.page(501), announced);
        return stays;
    }

    private boolean isPacket(IncomingRequest head) {
        boolean overridden = head.header(BitsHeaders.METHOD_OVERRIDE)
                .filter(BitsHeaders.VERB::equals)
                .isPresent();
        boolean any = freedoms.contains(Freedom.OTHER_METHODS_TAKEN)
                && (head.method().equals("POST") || head.method().equalsIgnoreCase(BitsHeaders.VERB));
        return any || head.method().equals(BitsHeaders.VERB) || (head.method().equals("POST") && overridden);
    }

    /** Ends the connection so that the client can still read the last answer. */
    private void end() throws IOException {
        if (resets) {
            socket.setSoLinger(true, 0);
            return;
        }
        if (idles || freedoms.contains(Freedom.CLOSE_UNANNOUNCED)) {
            return;
        }
        socket.shutdownOutput();
        socket.setSoTimeout(LINGER_MILLIS);
        try {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (SocketTimeoutException patienceOver) {
            // The client does not end its side, but it has had time to read.
        }
    }
}
