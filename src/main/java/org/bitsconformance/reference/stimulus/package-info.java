/**
 * What the reference server can confront a client with: answers that a client meets seldom, and has to cope with all the
 * same. Everything else about the server stays conformant, so that a right client can go on. The titles, and what the
 * documents want a client to do, are in {@code stimuli.yaml}.
 */
package org.bitsconformance.reference.stimulus;
