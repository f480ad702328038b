package org.bitsconformance.transcript.http;

/**
 * A header field as it was received.
 *
 * @param name as spelt on the wire
 * @param value without the white space around it
 */
public record Header(String name, String value) {

    /** Whether this is a field of that name; HTTP header names have no case (RFC 2616 4.2). */
    public boolean named(String other) {
        return name.equalsIgnoreCase(other);
    }

    @Override
    public String toString() {
        return name + ": " + value;
    }
}
