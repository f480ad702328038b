package org.bitsconformance.reference;

import java.time.Instant;

/**
 * A file that can be downloaded.
 *
 * @param changed when it got this content
 */
record StoredFile(Bytes content, Instant changed) {}
