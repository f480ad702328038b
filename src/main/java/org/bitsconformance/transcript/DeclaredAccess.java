package org.bitsconformance.transcript;

import java.util.Optional;

/**
 * How the target was declared to guard itself.
 *
 * @param scheme the HTTP authentication scheme that it asks for, such as {@code basic}, where declared
 */
public record DeclaredAccess(Optional<String> scheme) {

    /** Nothing was declared. */
    public static final DeclaredAccess UNDECLARED = new DeclaredAccess(Optional.empty());
}
