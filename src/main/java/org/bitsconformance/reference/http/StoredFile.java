package org.bitsconformance.reference.http;

import java.time.Instant;

/**
 * A file that can be downloaded.
 *
 * @param changed when it got this content
 */
public record StoredFile(Bytes content, Instant changed) {}
