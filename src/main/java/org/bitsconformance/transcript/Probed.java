package org.bitsconformance.transcript;

import java.util.Optional;

/**
 * What harmless probes found out about the target before the first case.
 *
 * @param server the {@code Server} header of the first answer, where there was one
 * @param diagnosis why the target could not be tested at all, in plain words; empty where it can
 */
public record Probed(Optional<String> server, Optional<String> diagnosis) implements Event {}
