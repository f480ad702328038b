package org.bitsconformance.wire;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.bitsconformance.transcript.Answer;

/**
 * The reply to an upload, as a client fetches it (MC-BUP 2.3, 3.5). Each request goes over a connection of its own, with
 * the header fields and the credentials of packets only where the reply is on the target's own scheme, host and port.
 */
public final class Reply {

    private static final String GET = "GET";

    /** How long a server may take to delete a reply. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final BitsClient client;
    private final int session;
    private final URI url;
    private final boolean ofTarget;

    Reply(BitsClient client, int session, URI url, boolean ofTarget) {
        this.client = client;
        this.session = session;
        this.url = url;
        this.ofTarget = ofTarget;
    }

    /** Whether it is on the target's own scheme, host and port. */
    public boolean ofTarget() {
        return ofTarget;
    }

    /**
     * Asks for all of it.
     *
     * @return the answer, whatever it says
     * @throws DrivingStopped when there is none
     */
    public Answer get() {
        return send(request(GET));
    }

    /** As {@link #get}, with one more header field. */
    public Answer getWith(String name, String value) {
        return send(request(GET).with(name, value));
    }

    /** As {@link #get}, without the body. */
    public Answer head() {
        return send(request("HEAD"));
    }

    /**
     * Asks for all of it while it is there, for as long as a server may take to delete it; once where it is gone.
     *
     * @return whether it was gone in the end
     * @throws DrivingStopped when there is no answer
     */
    public boolean lookUntilGone() {
        long begin = System.nanoTime();
        boolean there = isThere();
        while (there && System.nanoTime() - begin < PATIENCE.toNanos()) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            there = isThere();
        }
        return !there;
    }

    private boolean isThere() {
        return get().status() == 200;
    }

    private RequestText request(String method) {
        return RequestText.downloading(method, url, client.link().target(), ofTarget, client.userAgent());
    }

    private Answer send(RequestText request) {
        return client.traffic().send(request, url, ofTarget, session);
    }
}
