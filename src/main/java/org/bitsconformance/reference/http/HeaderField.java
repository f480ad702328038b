package org.bitsconformance.reference.http;

/** One field of an HTTP header section, its name spelled as it was sent or is to be sent. */
public record HeaderField(String name, String value) {

    public boolean isNamed(String other) {
        return name.equalsIgnoreCase(other);
    }
}
