package org.bitsconformance.reference;

/**
 * Who may use the server, and over what.
 *
 * @param open true: anybody, over plain HTTP
 */
public record Protection(boolean open) {

    /** Anybody, over plain HTTP. */
    public static final Protection NONE = new Protection(true);
}
