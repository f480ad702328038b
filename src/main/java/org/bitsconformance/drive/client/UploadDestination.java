package org.bitsconformance.drive.client;

import java.net.URI;
import java.util.Optional;
import org.bitsconformance.drive.readback.DestinationContent;
import org.bitsconformance.drive.readback.Destinations;
import org.bitsconformance.drive.readback.Found;
import org.bitsconformance.drive.transport.RollingDigest;
import org.bitsconformance.transcript.ReadBack.Presence;
import org.bitsconformance.transcript.http.Payload;

/** The destination of one upload, where a scenario looks at what the server has put there. */
public final class UploadDestination {

    private final BitsClient client;
    private final int session;
    private final String name;
    private final URI url;
    private final Payload payload;
    private final RollingDigest digest;

    /** {@code payload} is what the upload consists of, and {@code digest} that of what was sent of it. */
    UploadDestination(BitsClient client, int session, String name, URI url, Payload payload, RollingDigest digest) {
        this.client = client;
        this.session = session;
        this.name = name;
        this.url = url;
        this.payload = payload;
        this.digest = digest;
    }

    /**
     * Checks whether it holds what was sent, for as long as a server may take to put it there.
     *
     * @return what is there; empty if it cannot be read back
     */
    public Optional<DestinationContent> readBack() {
        return seen(destinations().lookForUpload(client.caseId(), session, name, url, payload));
    }

    /**
     * Like {@link #readBack}, for a large upload: a server that gives the digest of what it has need not send it back.
     *
     * @return what is there; empty if it cannot be read back
     */
    public Optional<DestinationContent> readBackLarge() {
        return seen(destinations().lookForUpload(client.caseId(), session, name, url, payload, Optional.of(digest)));
    }

    /**
     * Checks whether it holds anything, where the upload is not, or need not, be there.
     *
     * @return what is there; empty if that is inconclusive
     */
    public Optional<DestinationContent> lookForNothing() {
        return seen(destinations().lookForNothing(client.caseId(), session, name, url, payload));
    }

    /**
     * Looks at the place outside the upload folder that a name leads to, by the rules for URLs or for files, and checks
     * whether the bytes of this upload are there. Does nothing if the name does not lead out. The record has it as a
     * look without a session.
     *
     * @param other a relative path, percent-encoded or not, with slashes or backslashes
     */
    public void lookOutside(String other) {
        Destinations destinations = destinations();
        OutsidePlace.of(other, client.link().target())
                .filter(place -> !place.url().equals(url))
                .ifPresent(
                        place -> destinations.lookForNothing(client.caseId(), 0, place.path(), place.url(), payload));
    }

    /** Looks go over connections of their own, after that of the case has ended. */
    private Destinations destinations() {
        client.connection().abandon();
        return client.link().destinations();
    }

    private Optional<DestinationContent> seen(Optional<Found> look) {
        look.filter(found -> found.presence() == Presence.FOUND)
                .ifPresent(found -> client.traffic().seen(url));
        return look.map(found -> DestinationContent.of(found, payload));
    }
}
