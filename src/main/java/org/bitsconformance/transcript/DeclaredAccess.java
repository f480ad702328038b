package org.bitsconformance.transcript;

import java.util.Optional;

/**
 * How the target was declared to control access.
 *
 * @param scheme the HTTP authentication scheme that it asks for, such as {@code basic}, where declared
 * @param otherUser whether a second user was declared, who may upload too
 * @param deniedUser whether a user was declared who may not upload
 */
public record DeclaredAccess(Optional<String> scheme, boolean otherUser, boolean deniedUser) {

    /** Nothing was declared. */
    public static final DeclaredAccess UNDECLARED = new DeclaredAccess(Optional.empty(), false, false);

    /** A record of a version that did not know of the scheme has none. */
    public DeclaredAccess {
        scheme = scheme == null ? Optional.empty() : scheme;
    }
}
