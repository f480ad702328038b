package org.bitsconformance.target;

import java.util.Optional;

/**
 * How a target guards itself and how it is reached, beyond one user's credentials and the certificates to trust.
 *
 * @param scheme by which it asks for credentials, where that is declared; otherwise credentials go out as Basic
 * @param other a second user, who may upload too
 * @param denied a user who may not upload
 * @param certificate what the suite shows to a server that asks for a certificate
 * @param proxy the HTTP proxy on the way
 */
public record Access(
        Optional<Scheme> scheme,
        Optional<Credentials> other,
        Optional<Credentials> denied,
        Optional<ClientCertificate> certificate,
        Optional<Proxy> proxy) {

    /** No more than the target's URL says. */
    public static final Access OPEN =
            new Access(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
