package org.bitsconformance.transcript;

import java.util.Optional;

/**
 * How the target controls access, as declared.
 *
 * @param scheme the HTTP authentication scheme that it asks for, such as {@code basic}, if declared
 * @param otherUser whether a second user was declared, who may upload too
 * @param deniedUser whether a user was declared who may not upload
 */
public record DeclaredAccess(Optional<String> scheme, boolean otherUser, boolean deniedUser) {

    /** Nothing was declared. */
    public static final DeclaredAccess UNDECLARED = new DeclaredAccess(Optional.empty(), false, false);

    /** Records of older versions lack the scheme; it is then empty. */
    public DeclaredAccess {
        scheme = scheme == null ? Optional.empty() : scheme;
    }
}
