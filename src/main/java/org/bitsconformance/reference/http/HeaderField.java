package org.bitsconformance.reference.http;

/** One field of an HTTP header section, with its name as spelt on the wire. */
public record HeaderField(String name, String value) {

    public boolean isNamed(String other) {
        return name.equalsIgnoreCase(other);
    }
}
