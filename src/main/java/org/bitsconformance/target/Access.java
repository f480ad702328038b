package org.bitsconformance.target;

import java.util.Optional;
import org.bitsconformance.transcript.DeclaredAccess;

/**
 * How a target controls access and how it is reached, apart from the certificates to trust.
 *
 * @param scheme by which it asks for credentials, where that is declared; otherwise credentials go out as Basic
 * @param user whose credentials packets go out with, by the scheme
 * @param other a second user, who may upload too
 * @param denied a user who may not upload
 * @param certificate what the suite shows to a server that asks for a certificate
 * @param proxy the HTTP proxy on the way
 */
public record Access(
        Optional<Scheme> scheme,
        Optional<Credentials> user,
        Optional<Credentials> other,
        Optional<Credentials> denied,
        Optional<ClientCertificate> certificate,
        Optional<Proxy> proxy) {

    /** No more than the target's URL says. */
    public static final Access OPEN = new Access(none(), none(), none(), none(), none(), none());

    /** The same with the credentials of another user. */
    public Access with(Optional<Credentials> otherUser) {
        return new Access(scheme, otherUser, other, denied, certificate, proxy);
    }

    /** What the rules know of it. */
    public DeclaredAccess declared() {
        return new DeclaredAccess(scheme.map(Scheme::optionName), other.isPresent(), denied.isPresent());
    }

    private static <T> Optional<T> none() {
        return Optional.empty();
    }
}
