package org.bitsconformance.reference.server;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who may use the server, and with which security.
 *
 * @param scheme by which it asks for credentials
 * @param users whom it knows; nobody where it asks for no credentials
 * @param tls whether it speaks TLS, and whom it lets in
 */
public record Protection(Scheme scheme, List<User> users, Tls tls) {

    /** Anybody, over plain HTTP. */
    public static final Protection NONE = new Protection(Scheme.NONE, List.of(), Tls.NONE);

    /** Copies the users. */
    public Protection {
        users = List.copyOf(users);
    }

    /** Those users and no others, over plain HTTP. */
    public static Protection by(Scheme scheme, User... users) {
        return new Protection(scheme, List.of(users), Tls.NONE);
    }

    /** The same over TLS. */
    public Protection over(Tls other) {
        return new Protection(scheme, users, other);
    }

    /** How the server asks for credentials. */
    public enum Scheme {
        /** It does not. */
        NONE,
        /** RFC 2617 2. */
        BASIC,
        /** RFC 2617 3, with MD5 and a quality of protection. */
        DIGEST;

        /** The scheme of such a word, {@code basic} or {@code digest}; empty for any other. */
        public static Optional<Scheme> named(String word) {
            return Arrays.stream(values())
                    .filter(scheme -> scheme != NONE)
                    .filter(scheme -> scheme.name().toLowerCase(Locale.ROOT).equals(word))
                    .findFirst();
        }
    }

    /**
     * Somebody whom the server knows. {@link #toString} shows no password.
     *
     * @param name without a colon
     * @param password may have colons
     * @param mayUpload whether the user has the right to upload
     */
    public record User(String name, String password, boolean mayUpload) {

        @Override
        public String toString() {
            return "User[" + name + ", mayUpload=" + mayUpload + "]";
        }
    }

    /** What connections to the server are like. */
    public enum Tls {
        /** Plain TCP. */
        NONE,
        /** TLS with a certificate made at the start. */
        SERVER,
        /** The same, and the client has to show the certificate that was made for it at the start. */
        BOTH
    }
}
