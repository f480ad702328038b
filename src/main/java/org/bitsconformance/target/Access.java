package org.bitsconformance.target;

import java.util.Optional;
import org.bitsconformance.transcript.DeclaredAccess;

/**
 * How a target controls access and how it is reached, apart from the certificates to trust.
 *
 * @param scheme how it asks for credentials, if declared; otherwise credentials are sent as Basic
 * @param user whose credentials packets carry, according to the scheme
 * @param other a second user, who may upload too
 * @param denied a user who may not upload
 * @param certificate what the suite presents to a server that asks for a certificate
 * @param proxy the HTTP proxy on the way
 */
public record Access(
        Optional<Scheme> scheme,
        Optional<Credentials> user,
        Optional<Credentials> other,
        Optional<Credentials> denied,
        Optional<ClientCertificate> certificate,
        Optional<Proxy> proxy) {

    /** Nothing beyond the target's URL. */
    public static final Access OPEN = new Access(none(), none(), none(), none(), none(), none());

    /** A copy with another user's credentials. */
    public Access with(Optional<Credentials> otherUser) {
        return new Access(scheme, otherUser, other, denied, certificate, proxy);
    }

    /** What the rules know about it. */
    public DeclaredAccess declared() {
        return new DeclaredAccess(scheme.map(Scheme::optionName), other.isPresent(), denied.isPresent());
    }

    private static <T> Optional<T> none() {
        return Optional.empty();
    }
}
