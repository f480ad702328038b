package org.bitsconformance.observe;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalLong;
import org.bitsconformance.observe.CaseBook.Place;
import org.bitsconformance.observe.HeadReader.Found;
import org.bitsconformance.transcript.ConnectionEnded;
import org.bitsconformance.transcript.ConnectionOpened;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.http.Answer;
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
    private final ClientConnection client;
    private final Proxy proxy;
    private final WireInput in;
    private final OtherSide out;
    private final String id;
    private final Deque<Passage> awaited = new ArrayDeque<>();
    private final Thread thread;
    private KeptBytes unasked = new KeptBytes(MOST_UNASKED);
    private int requests;
    private boolean recorded;
    private boolean openEnded;
    private boolean ended;
    private Optional<Ending> failure = Optional.empty();

    UpstreamLink(Node node, Socket socket, ClientConnection client, Proxy proxy) throws IOException {
        this.node = node;
        this.socket = socket;
        this.client = client;
        this.proxy = proxy;
        this.in = new WireInput(socket.getInputStream());
        this.out = new OtherSide(socket, proxy.tally());
        this.id = proxy.record().nextConnection();
        this.thread = Proxy.daemon(this::passAnswers, "bits-observe-answers-" + id);
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

    /** Begins a request; if the answer to the one before has no end, the client has taken it as it is. */
    Passage begin(String method, Rewritten head, String view, Optional<Place> place) {
        Passage superseded;
        Passage fresh;
        boolean late;
        synchronized (this) {
            requests++;
            if (place.isPresent() && !recorded) {
                recorded = true;
                proxy.record()
                        .write(new ConnectionOpened(
                                id,
                                node.address().written() + ":" + node.address().port(),
                                Dialling.security(socket),
                                proxy.record().micros()));
            }
            fresh = new Passage(
                    new Passage.Request(method, head, view, id, requests),
                    place,
                    unasked.isEmpty() ? WireBytes.NONE : unasked.bytes(OptionalLong.empty()),
                    proxy.record());
            unasked = new KeptBytes(MOST_UNASKED);
            superseded = openEnded ? awaited.poll() : null;
            openEnded = false;
            late = ended;
            if (!late) {
                awaited.add(fresh);
            }
        }
        if (superseded != null) {
            superseded.answerEnded(Ending.TIMED_OUT);
        }
        if (late) {
            fresh.answerEnded(Ending.CLOSED);
        }
        return fresh;
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
        Optional<Passage> first = first();
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
            case CUT, NOTHING -> {
                passRaw(passage, reader.text());
                yield false;
            }
        };
    }

    private synchronized Optional<Passage> first() {
        return Optional.ofNullable(awaited.peek());
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

    /** Passes everything until the connection ends, as the answer to one request. */
    private boolean passToEnd(Passage passage, Ending how) throws IOException {
        answered(passage, how);
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
            opened(passage, end.untilClose());
            if (!in.fill(client.out())) {
                answered(passage, end.untilClose() ? Ending.ANSWERED : Ending.CLOSED);
                return false;
            }
            if (!isFirst(passage)) {
                return true;
            }
            int count = end.take(in.buffer(), in.from(), in.length());
            passage.received(in.buffer(), in.from(), count);
            passOn(count);
        }
        if (in.length() > 0 && isAlone(passage)) {
            passage.received(in.buffer(), in.from(), in.length());
            passOn(in.length());
        }
        client.out().flush();
        answered(passage, Ending.ANSWERED);
        return true;
    }

    /** Passes bytes on that are in the buffer. */
    private void passOn(int count) throws IOException {
        client.out().write(in.buffer(), in.from(), count);
        in.taken(count);
    }

    private synchronized void opened(Passage passage, boolean untilClose) {
        openEnded = untilClose && awaited.size() == 1 && awaited.peek() == passage;
        if (untilClose && awaited.size() > 1 && awaited.peek() == passage) {
            awaited.poll();
            passage.answerEnded(Ending.TIMED_OUT);
        }
    }

    @SuppressWarnings("ReferenceEquality")
    private synchronized boolean isFirst(Passage passage) {
        return awaited.peek() == passage;
    }

    private synchronized boolean isAlone(Passage passage) {
        return awaited.size() == 1 && isFirst(passage);
    }

    private void answered(Passage passage, Ending how) {
        passage.answerEnded(how);
        synchronized (this) {
            awaited.remove(passage);
            openEnded = false;
            notifyAll();
        }
    }

    /** Ends because the server has ended the connection, or because {@link #fail} has. */
    private void end(Ending how) {
        Deque<Passage> left;
        Ending ending;
        synchronized (this) {
            ended = true;
            ending = failure.orElse(how);
            left = new ArrayDeque<>(awaited);
            awaited.clear();
            notifyAll();
        }
        left.forEach(passage -> passage.answerEnded(ending));
        if (recorded) {
            boolean server = failure.isEmpty() && ending != Ending.CUT_OFF;
            proxy.record()
                    .write(new ConnectionEnded(
                            id,
                            server ? ConnectionEnded.By.SERVER : ConnectionEnded.By.SUITE,
                            server ? ending == Ending.RESET ? "reset" : "closed" : "closed for the client",
                            proxy.record().micros()));
        }
        Sockets.close(socket);
        client.serverEnded(this, ending);
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

    synchronized boolean ended() {
        return ended;
    }

    /** Whether an answer is awaited. */
    synchronized boolean busy() {
        return !ended && !awaited.isEmpty();
    }

    /** Waits until no answer is awaited, or the connection has ended. */
    synchronized void awaitIdle() throws InterruptedException {
        while (busy()) {
            wait();
        }
    }

    /** Ends the connection if the server has not answered, or not read, for too long. */
    void check(long nowMicros, long limitMicros) {
        Optional<Ending> late;
        synchronized (this) {
            boolean stalls = out.stalls(limitMicros);
            boolean silent = awaited.stream()
                    .findFirst()
                    .map(Passage::awaitedSince)
                    .filter(since -> since.isPresent() && nowMicros - since.getAsLong() > limitMicros)
                    .isPresent();
            late = stalls
                    ? Optional.of(Ending.SENDING_STALLED)
                    : silent ? Optional.of(Ending.TIMED_OUT) : Optional.empty();
        }
        late.filter(why -> !ended()).ifPresent(this::fail);
    }

    /** Waits until the connection has ended, for at most so many milliseconds. */
    void awaitEnd(long millis) throws InterruptedException {
        thread.join(millis);
    }
}
