package org.bitsconformance.drive.client;

import java.net.URI;
import java.util.Optional;

/**
 * Where the later packets of a session go (MC-BUP 2.2.3.2).
 *
 * @param origin the URL of the upload at the host where the session was created
 * @param url of the upload, at the named host or at the one where it began
 * @param named the host that the Ack to Create-Session named, as received; empty if it named none
 * @param whyNot why packets do not go to the named host, in words; empty if they do, or none was named
 */
public record SessionRoute(URI origin, URI url, Optional<String> named, Optional<String> whyNot) {

    /** To the host where the session is created. */
    static SessionRoute home(URI origin) {
        return new SessionRoute(origin, origin, Optional.empty(), Optional.empty());
    }

    /** Whether packets go to another host than the one where the session was created. */
    public boolean isElsewhere() {
        return !url.equals(origin);
    }
}
