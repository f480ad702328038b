package org.bitsconformance.drive.client;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.bitsconformance.drive.transport.DrivingStopped;
import org.bitsconformance.drive.transport.RequestText;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.ReplyUrl;

/**
 * The reply to an upload, as a client fetches it (MC-BUP 2.3, 3.5). Each request goes over its own connection, with
 * the header fields and the credentials of packets only where the reply is on the target's own scheme, host and port.
 */
public final class Reply {

    private static final String GET = "GET";

    /** Where a reply is, relative to the target. */
    enum Place {
        /** The scheme, host and port of the target. */
        TARGET,
        /** The target's machine under another name, such as its address, with the same scheme and port. */
        OTHER_NAME,
        /**
         * The target's address under another name, with the same scheme and port. Other servers may be there too, so it
         * gets no secrets.
         */
        OTHER_NAME_OF_ADDRESS,
        /** Anywhere else. */
        ELSEWHERE;

        /** Looks up the host of a reply if its name is not that in the upload's URL. */
        static Place of(ReplyUrl reply, URI upload) {
            if (reply.isBeside(upload)) {
                return TARGET;
            }
            if (!reply.isAtPortOf(upload)) {
                return ELSEWHERE;
            }
            return switch (HostNames.of(reply.url(), upload)) {
                case SAME_MACHINE -> OTHER_NAME;
                case SAME_ADDRESS -> OTHER_NAME_OF_ADDRESS;
                case DIFFERENT -> ELSEWHERE;
            };
        }

        boolean ofTarget() {
            return this != ELSEWHERE;
        }

        boolean otherName() {
            return this == OTHER_NAME || this == OTHER_NAME_OF_ADDRESS;
        }

        boolean maySeeSecrets() {
            return this == TARGET || this == OTHER_NAME;
        }
    }

    /** How long a server may take to delete a reply. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final BitsClient client;
    private final int session;
    private final URI url;
    private final Place place;

    Reply(BitsClient client, int session, URI url, Place place) {
        this.client = client;
        this.session = session;
        this.url = url;
        this.place = place;
    }

    /** Whether it is on the target's scheme, host and port; the host may have another name. */
    public boolean ofTarget() {
        return place.ofTarget();
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

    /** Like {@link #get}, with one more header field. */
    public Answer getWith(String name, String value) {
        return send(request(GET).with(name, value));
    }

    /** Like {@link #get}, but without the body. */
    public Answer head() {
        return send(request("HEAD"));
    }

    /**
     * Asks for all of it until it is gone, for as long as a server may take to delete it, and once more after that.
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
        return RequestText.downloading(method, url, client.link().target(), place.maySeeSecrets(), client.userAgent());
    }

    private Answer send(RequestText request) {
        return client.traffic().send(request, url, place, session);
    }
}
