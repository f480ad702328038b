package org.bitsconformance.observe;

import java.io.IOException;
import java.net.Socket;
import java.util.Optional;
import java.util.OptionalLong;
import org.bitsconformance.observe.CaseBook.Place;
import org.bitsconformance.observe.HeadReader.Found;
import org.bitsconformance.transcript.ConnectionEnded;
import org.bitsconformance.transcript.ConnectionOpened;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.BodyEnd;
import org.bitsconformance.transcript.http.KeptBytes;
import org.bitsconformance.transcript.http.WireBytes;

/**
 * The connection to a server that belongs to one connection of a client. The client's thread writes requests to it; a
 * thread of its own passes back what the server sends.
 */
final class UpstreamLink {

    private static final int MOST_UNASKED = 1 << 10;
    private static final int SWITCHING = 101;

    private final Node node;
    private final Socket socket;
    private final ObservedConnection client;
    private final RecordingProxy proxy;
    private final WireInput in;
    private final OtherSide out;
    private final String id;
    private final AwaitedAnswers awaited = new AwaitedAnswers();
    private final Thread thread;
    private KeptBytes unasked = new KeptBytes(MOST_UNASKED);
    private int requests;
    private boolean recorded;
    private Optional<Ending> failure = Optional.empty();

    UpstreamLink(Node node, Socket socket, ObservedConnection client, RecordingProxy proxy) throws IOException {
        this.node = node;
        this.socket = socket;
        this.client = client;
        this.proxy = proxy;
        this.in = new WireInput(socket.getInputStream());
        this.out = new OtherSide(socket, proxy.tally());
        this.id = proxy.record().nextConnection();
        this.thread = RecordingProxy.daemon(this::passAnswers, "bits-observe-answers-" + id);
    }

    UpstreamLink started() {
        thread.start();
        return this;
    }

    Node node() {
        return node;
    }

    OtherSide out() {
        return out;
    }

    /** Begins a request. */
    Passage begin(String method, Rewritten head, String view, Optional<Place> place) {
        Passage fresh;
        synchronized (this) {
            requests++;
            if (place.isPresent() && !recorded) {
                recorded = true;
                proxy.record().write(opened());
            }
            fresh = new Passage(
                    new Passage.Request(method, head, view, id, requests),
                    place,
                    unasked.isEmpty() ? WireBytes.NONE : unasked.bytes(OptionalLong.empty()),
                    proxy.record());
            unasked = new KeptBytes(MOST_UNASKED);
        }
        awaited.add(fresh);
        return fresh;
    }

    private ConnectionOpened opened() {
        return new ConnectionOpened(
                id,
                node.address().written() + ":" + node.address().port(),
                Dialling.security(socket),
                proxy.record().micros());
    }

    private void passAnswers() {
        Ending how = Ending.CLOSED;
        try {
            boolean goesOn = true;
            while (goesOn) {
                goesOn = passAnswer();
            }
            client.out().flush();
        } catch (OtherSide.Gone e) {
            how = Ending.CUT_OFF;
        } catch (IOException e) {
            how = Sockets.isReset(e) ? Ending.RESET : Ending.CLOSED;
        }
        end(how);
    }

    /** Passes one answer, or what is none; returns false when the server has ended the connection. */
    private boolean passAnswer() throws IOException {
        if (!in.fill(client.out())) {
            return false;
        }
        Optional<Passage> first = awaited.first();
        if (first.isEmpty()) {
            passUnasked();
            return true;
        }
        Passage passage = first.get();
        HeadReader reader = HeadReader.ofAnswer(in, client.out());
        Found found;
        try {
            found = reader.read();
        } catch (IOException e) {
            passRaw(passage, reader.text());
            throw e;
        }
        return switch (found) {
            case WHOLE -> passBody(passage, reader.text());
            case NOT_HTTP -> {
                passRaw(passage, reader.text());
                yield passToEnd(passage, Ending.NOT_HTTP);
            }
            case TOO_LONG -> {
                passRaw(passage, reader.text());
                yield passToEnd(passage, Ending.TOO_LONG);
            }
            case CUT, NOTHING -> {
                passRaw(passage, reader.text());
                yield false;
            }
        };
    }

    private void passUnasked() throws IOException {
        synchronized (this) {
            unasked.add(in.buffer(), in.from(), in.length());
        }
        passOn(in.length());
    }

    private void passRaw(Passage passage, String text) throws IOException {
        passage.received(text);
        client.out().write(text);
    }

    /** Passes everything until the connection ends, as the answer to one request; answers to others are not seen. */
    private boolean passToEnd(Passage passage, Ending how) throws IOException {
        awaited.isLast(passage, how);
        while (in.fill(client.out())) {
            passOn(in.length());
        }
        return false;
    }

    private boolean passBody(Passage passage, String head) throws IOException {
        passage.received(head);
        Optional<Answer> answer = WireBytes.of(head).answer(passage.method(), false);
        if (answer.isEmpty()) {
            client.out().write(head);
            return true;
        }
        passage.place().ifPresent(place -> place.answered(answer.get(), node));
        Rewritten rewritten = proxy.names().toClient(head, answer, node, passage.view());
        passage.changed(rewritten);
        client.out().write(rewritten.text());
        if (answer.get().status() == SWITCHING) {
            return passToEnd(passage, Ending.ANSWERED);
        }
        return passBody(
                passage,
                BodyEnd.ofAnswer(
                        passage.method(), answer.get().status(), answer.get().headers()));
    }

    private boolean passBody(Passage passage, BodyEnd end) throws IOException {
        while (!end.ended()) {
            if (end.untilClose()) {
                awaited.hasNoEnd(passage);
            }
            if (!in.fill(client.out())) {
                awaited.answered(passage, end.untilClose() ? Ending.ANSWERED : Ending.CLOSED);
                return false;
            }
            if (!awaited.isFirst(passage)) {
                return true;
            }
            int count = end.take(in.buffer(), in.from(), in.length());
            passage.received(in.buffer(), in.from(), count);
            passOn(count);
        }
        if (in.length() > 0 && awaited.isAlone(passage)) {
            passage.received(in.buffer(), in.from(), in.length());
            passOn(in.length());
        }
        client.out().flush();
        awaited.answered(passage, Ending.ANSWERED);
        return true;
    }

    /** Passes bytes on that are in the buffer. */
    private void passOn(int count) throws IOException {
        client.out().write(in.buffer(), in.from(), count);
        in.taken(count);
    }

    /** Ends because the server has ended the connection, or because {@link #fail} has. */
    private void end(Ending how) {
        Ending ending;
        boolean server;
        synchronized (this) {
            ending = failure.orElse(how);
            server = failure.isEmpty() && ending != Ending.CUT_OFF;
        }
        awaited.end(ending);
        if (recorded) {
            proxy.record().write(ended(server, ending));
        }
        Sockets.close(socket);
        client.serverEnded(this, ending);
    }

    private ConnectionEnded ended(boolean server, Ending ending) {
        return new ConnectionEnded(
                id,
                server ? ConnectionEnded.By.SERVER : ConnectionEnded.By.SUITE,
                server ? ending == Ending.RESET ? "reset" : "closed" : "closed for the client",
                proxy.record().micros());
    }

    /** Passes on that the client sends nothing more. */
    void endSending() {
        Sockets.endSending(socket);
    }

    /** Ends the connection at once, for this reason. */
    void fail(Ending why) {
        synchronized (this) {
            failure = failure.or(() -> Optional.of(why));
        }
        Sockets.reset(socket);
    }

    /** Ends the connection after its last answer. */
    void close() {
        synchronized (this) {
            failure = failure.or(() -> Optional.of(Ending.CUT_OFF));
        }
        Sockets.close(socket);
    }

    /** Whether an answer is awaited. */
    boolean busy() {
        return !awaited.isEmpty();
    }

    /** Waits until no answer is awaited. */
    void awaitIdle() throws InterruptedException {
        awaited.awaitNone();
    }

    /** Ends the connection if the server has not answered, or not read, for too long. */
    void check(long nowMicros, long limitMicros) {
        if (out.stalls(limitMicros)) {
            fail(Ending.SENDING_STALLED);
        } else if (awaited.isLate(nowMicros, limitMicros)) {
            fail(Ending.TIMED_OUT);
        }
    }

    /** Waits until the connection has ended, for at most so many milliseconds. */
    void awaitEnd(long millis) throws InterruptedException {
        thread.join(millis);
    }
}
