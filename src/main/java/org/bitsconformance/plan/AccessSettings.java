package org.bitsconformance.plan;

import java.net.IDN;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a server guards itself and how it is reached, beyond one user's credentials and the authority to trust.
 *
 * @param authentication the scheme by which the server asks for credentials, where it is declared to ask
 * @param other a second user, who may upload too
 * @param denied a user who may not upload
 * @param certificate the certificate that the client shows
 * @param proxy the HTTP proxy on the way
 */
public record AccessSettings(
        Optional<Scheme> authentication,
        Optional<CredentialSource> other,
        Optional<CredentialSource> denied,
        Optional<ClientCertificate> certificate,
        Optional<Proxy> proxy) {

    /** Nothing was given. */
    public static final AccessSettings UNDECLARED = new AccessSettings(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** An HTTP authentication scheme. */
    public enum Scheme {
        BASIC,
        DIGEST,
        NTLM,
        NEGOTIATE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A certificate with its key. {@link #toString} shows no password.
     *
     * @param file in PKCS #12
     * @param password of the file
     */
    public record ClientCertificate(Path file, String password) {

        @Override
        public String toString() {
            return "ClientCertificate[" + file + "]";
        }
    }

    /**
     * An HTTP proxy.
     *
     * @param host name or address, without brackets
     * @param port from 1 to 65535
     * @param credentials what it is shown
     */
    public record Proxy(String host, int port, Optional<CredentialSource> credentials) {

        private static final Pattern FORM = Pattern.compile("(?i)http://([^/?#]*)/?");
        private static final int USUAL_PORT = 80;

        /**
         * Parses {@code http://host:port}.
         *
         * @throws IllegalArgumentException if it is not of that form; the message shows nothing of it
         */
        public static Proxy parse(String text) {
            Matcher form = FORM.matcher(text);
            Optional<Authority> authority = form.matches() ? Authority.parse(form.group(1)) : Optional.empty();
            if (authority.isPresent()) {
                return new Proxy(
                        IDN.toASCII(authority.get().host()),
                        authority.get().port().orElse(USUAL_PORT),
                        Optional.empty());
            }
            throw new IllegalArgumentException(
                    "must be the URL of an HTTP proxy such as http://proxy.example:3128, without credentials");
        }

        Proxy with(Optional<CredentialSource> shown) {
            return new Proxy(host, port, shown);
        }
    }
}
