package org.bitsconformance.target;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which TLS certificates of a target are accepted.
 *
 * @param authority a PEM file with certificates of authorities to trust instead of the platform's; empty for the platform's
 * @param insecure whether any certificate is accepted, whatever its issuer and name
 */
public record Trust(Optional<Path> authority, boolean insecure) {

    /** The platform's authorities, with host names checked. */
    public static final Trust PLATFORM = new Trust(Optional.empty(), false);
}
