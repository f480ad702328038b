package org.bitsconformance.reference.server;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who may use the server, and how it is secured.
 *
 * @param scheme how it asks for credentials
 * @param users the users that it knows; empty if it asks for no credentials
 * @param tls whether it uses TLS, and which clients it accepts
 */
public record Protection(Scheme scheme, List<User> users, Tls tls) {

    /** Anybody, over plain HTTP. */
    public static final Protection NONE = new Protection(Scheme.NONE, List.of(), Tls.NONE);

    /** Copies the users. */
    public Protection {
        users = List.copyOf(users);
    }

    /** Only these users, over plain HTTP. */
    public static Protection by(Scheme scheme, User... users) {
        return new Protection(scheme, List.of(users), Tls.NONE);
    }

    /** The same over TLS. */
    public Protection over(Tls other) {
        return new Protection(scheme, users, other);
    }

    /** How the server asks for credentials. */
    public enum Scheme {
        /** Not at all. */
        NONE,
        /** RFC 2617 2. */
        BASIC,
        /** RFC 2617 3, with MD5 and a quality of protection. */
        DIGEST;

        /** The scheme named {@code basic} or {@code digest}; empty for any other word. */
        public static Optional<Scheme> named(String word) {
            return Arrays.stream(values())
                    .filter(scheme -> scheme != NONE)
                    .filter(scheme -> scheme.name().toLowerCase(Locale.ROOT).equals(word))
                    .findFirst();
        }
    }

    /**
     * A user that the server knows. {@link #toString} does not show the password.
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

    /** How connections to the server are secured. */
    public enum Tls {
        /** Plain TCP. */
        NONE,
        /** TLS, with a certificate that is generated at the start. */
        SERVER,
        /** The same, and the client must present the certificate that was generated for it. */
        BOTH
    }
}
