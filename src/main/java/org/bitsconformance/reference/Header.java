package org.bitsconformance.reference;

/** One field of an HTTP header section, its name spelled as it was sent or is to be sent. */
record Header(String name, String value) {

    boolean isNamed(String other) {
        return name.equalsIgnoreCase(other);
    }
}
