package org.bitsconformance.transcript.http;

/**
 * A header field as received.
 *
 * @param name as spelt on the wire
 * @param value without surrounding white space
 */
public record Header(String name, String value) {

    /** Whether this is a field with that name; case does not matter in HTTP header names (RFC 2616 4.2). */
    public boolean named(String other) {
        return name.equalsIgnoreCase(other);
    }

    @Override
    public String toString() {
        return name + ": " + value;
    }
}
