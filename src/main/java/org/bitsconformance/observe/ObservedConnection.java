package org.bitsconformance.observe;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocket;
import org.bitsconformance.observe.CaseBook.Place;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.http.BodyEnd;
import org.bitsconformance.transcript.http.Request;
import org.bitsconformance.transcript.http.WireBytes;

/**
 * One connection of a client. It has one connection to the server, so that authentication which is bound to a
 * connection works; only a session that goes on at another host of the server gets another one.
 */
final class ObservedConnection {

    /** How long a client may take to end a connection that the server has ended, in microseconds. */
    private static final long LONGEST_FAREWELL = 2_000_000;

    private static final int LONGEST_HANDSHAKE_MILLIS = 10_000;
    private static final Pattern REQUEST = Pattern.compile("[A-Z_]{3,20} \\S+ HTTP/1\\.[01]\r?\n(?s:.*)");
    private final Socket socket;
    private final ProxyListener listener;
    private final RecordingProxy proxy;
    private WireInput in;
    private OtherSide out;
    private volatile UpstreamLink link;
    private volatile boolean busy;
    private volatile long farewellSince = Long.MAX_VALUE;
    private final long since;

    ObservedConnection(Socket socket, ProxyListener listener, RecordingProxy proxy) {
        this.socket = socket;
        this.listener = listener;
        this.proxy = proxy;
        this.since = proxy.record().micros();
    }

    /** What is written to the client. */
    OtherSide out() {
        return out;
    }

    /** Passes requests on until either side ends the connection. */
    void serve() {
        try {
            socket.setTcpNoDelay(true);
            if (socket instanceof SSLSocket secured) {
                socket.setSoTimeout(LONGEST_HANDSHAKE_MILLIS);
                secured.startHandshake();
                socket.setSoTimeout(0);
            }
            in = new WireInput(socket.getInputStream());
            out = new OtherSide(socket, proxy.tally());
            boolean goesOn = true;
            while (goesOn) {
                goesOn = pass();
            }
            endGently();
        } catch (OtherSide.Gone e) {
            drain();
        } catch (IOException e) {
            Optional.ofNullable(link).ifPresent(one -> one.fail(Ending.CUT_OFF));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end();
            proxy.forget(this);
        }
    }

    /** Ends both connections; what was under way is then on record. */
    private void end() {
        UpstreamLink last = link;
        if (last != null) {
            last.close();
        }
        Sockets.close(socket);
        try {
            if (last != null) {
                last.awaitEnd(LONGEST_FAREWELL / 1_000);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private OutputStream serverSide() {
        return link == null ? OutputStream.nullOutputStream() : link.out();
    }

    /** Passes one request on; returns whether more may come. */
    private boolean pass() throws IOException, InterruptedException {
        HeadReader reader = HeadReader.ofRequest(in, serverSide());
        return switch (reader.read()) {
            case NOTHING -> false;
            case CUT, NOT_HTTP, TOO_LONG -> {
                passRaw(reader.before() + reader.text());
                yield false;
            }
            case WHOLE -> {
                busy = true;
                boolean goesOn = pass(reader.before(), reader.text());
                busy = false;
                yield goesOn;
            }
        };
    }

    private boolean pass(String before, String text) throws IOException, InterruptedException {
        Request asSent = Request.parse(WireBytes.of(text));
        proxy.record().hide(asSent);
        Node node = proxy.names().route(asSent, listener.node());
        String refusal = linkTo(node);
        Rewritten head = Names.toServer(text, node);
        String view = Names.clientView(asSent, listener.address());
        Request request = Request.parse(WireBytes.of(head.text()));
        Optional<Place> place = proxy.book().place(request, ClientName.of(request, address()), this);
        BodyEnd end = BodyEnd.ofRequest(request.headers());
        if (!refusal.isEmpty()) {
            refuse(new Passage.Request(request.method(), head, view, "", 1), place, refusal);
            return false;
        }
        Passage passage = link.begin(request.method(), head, view, place);
        boolean byClient = true;
        try {
            link.out().write(before);
            link.out().write(head.text());
            byClient = !passBody(request, passage, end);
            link.out().flush();
        } catch (OtherSide.Gone e) {
            byClient = false;
            throw e;
        } finally {
            passage.requestEnded(byClient, end.content());
        }
        return !byClient;
    }

    private String address() {
        return ((InetSocketAddress) socket.getRemoteSocketAddress())
                .getAddress()
                .getHostAddress();
    }

    /** Passes the body on; returns false if the client ended it early. */
    private boolean passBody(Request request, Passage passage, BodyEnd end) throws IOException {
        boolean mayBeLeftOut = request.headers().has("Expect");
        while (!end.ended()) {
            if (!in.fill(link.out())) {
                return false;
            }
            if (mayBeLeftOut && passage.answered() && isRequest()) {
                return true;
            }
            mayBeLeftOut = false;
            int count = end.take(in.buffer(), in.from(), in.length());
            passage.sent(in.buffer(), in.from(), count);
            link.out().write(in.buffer(), in.from(), count);
            in.taken(count);
        }
        return true;
    }

    /** Whether the client goes on with another request, since it was refused before it sent a body. */
    private boolean isRequest() {
        return REQUEST.matcher(new String(in.buffer(), in.from(), in.length(), StandardCharsets.ISO_8859_1))
                .matches();
    }

    /** Connects to a server, unless it is connected; returns why that failed, or an empty text. */
    private String linkTo(Node node) throws InterruptedException {
        UpstreamLink last = link;
        if (last != null && last.node().equals(node)) {
            return "";
        }
        if (last != null) {
            last.awaitIdle();
            link = null;
            last.close();
        }
        try {
            link = new UpstreamLink(node, proxy.dialling().open(node), this, proxy).started();
            return "";
        } catch (IOException e) {
            return proxy.unreached(node, e);
        }
    }

    /** Answers instead of a server that cannot be reached; at a host that the server named, there is nobody either. */
    private void refuse(Passage.Request request, Optional<Place> place, String why) throws IOException {
        Passage passage = new Passage(request, place, WireBytes.NONE, proxy.record());
        passage.requestEnded(false, OptionalLong.empty());
        if (listener.named()) {
            passage.answerEnded(Ending.NOT_CONNECTED);
            Sockets.reset(socket);
            return;
        }
        String answer = NoServer.answer(request.method(), why);
        passage.received(answer);
        out.write(answer);
        out.flush();
        passage.answerEnded(Ending.ANSWERED);
        Sockets.endSending(socket);
        drain();
    }

    /** Passes everything on as it is. */
    private void passRaw(String begun) throws IOException, InterruptedException {
        proxy.tally().notHttp();
        if (link == null && !linkTo(listener.node()).isEmpty()) {
            return;
        }
        link.out().write(begun);
        while (in.fill(link.out())) {
            link.out().write(in.buffer(), in.from(), in.length());
            in.taken(in.length());
        }
        link.endSending();
        link.awaitEnd(proxy.limitMicros() / 1_000);
    }

    /** The client sends nothing more: passes that on, and waits for answers that are under way. */
    private void endGently() throws InterruptedException {
        UpstreamLink last = link;
        if (last != null && last.busy()) {
            last.endSending();
            last.awaitIdle();
        }
    }

    /** The server takes nothing more: waits until the client has ended, so that it can read the last answer. */
    private void drain() {
        farewell();
        try {
            while (in.fill(OutputStream.nullOutputStream())) {
                in.taken(in.length());
            }
        } catch (IOException e) {
            // The client is gone.
        }
    }

    private void farewell() {
        farewellSince = Math.min(farewellSince, proxy.record().micros());
    }

    /** Passes on that the server has ended a connection. */
    void serverEnded(UpstreamLink ended, Ending how) {
        if (ended != link) {
            return;
        }
        if (how == Ending.RESET || how == Ending.TIMED_OUT || how == Ending.SENDING_STALLED) {
            Sockets.reset(socket);
        } else {
            Sockets.endSending(socket);
            farewell();
        }
    }

    /** Ends what takes too long. */
    void check(long nowMicros) {
        UpstreamLink last = link;
        if (last != null) {
            last.check(nowMicros, proxy.limitMicros());
        }
        if (isStuck(last, nowMicros)) {
            cut();
        }
        if (farewellSince != Long.MAX_VALUE && nowMicros - farewellSince > LONGEST_FAREWELL) {
            Sockets.close(socket);
        }
    }

    /** Whether the client neither takes its answer, nor sends the rest of its request, nor any. */
    private boolean isStuck(UpstreamLink last, long nowMicros) {
        boolean takesNothing = out != null && out.stalls(proxy.limitMicros());
        boolean sendsNoRest = busy && in.waits(proxy.limitMicros());
        return takesNothing || sendsNoRest || (last == null && nowMicros - since > proxy.limitMicros());
    }

    /** Whether a request or an answer is under way. */
    boolean busy() {
        return busy || Optional.ofNullable(link).filter(UpstreamLink::busy).isPresent();
    }

    /** Ends both connections at once. */
    void cut() {
        Optional.ofNullable(link).ifPresent(one -> one.fail(Ending.CUT_OFF));
        Sockets.reset(socket);
    }
}
