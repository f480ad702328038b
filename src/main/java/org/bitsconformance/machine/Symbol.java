package org.bitsconformance.machine;

import java.util.List;
import java.util.Optional;

/**
 * An abstract packet: what is sent, relative to what has happened in the word so far, so that it can be sent in any
 * state.
 *
 * @param name lower-case letters, digits and hyphens; part of case ids
 * @param does what it sends, in a few words
 * @param sends the packet type, or what is done instead of sending one
 * @param session whose session it belongs to
 * @param span which bytes it carries; empty unless it is a fragment
 * @param fields header fields that replace its usual ones or are added; an empty value removes a field
 */
public record Symbol(String name, String does, Sends sends, Whose session, Optional<Span> span, List<Field> fields) {

    public Symbol {
        fields = List.copyOf(fields);
    }

    /** What is sent. */
    public enum Sends {
        PING("ping"),
        CREATE_SESSION("create-session"),
        FRAGMENT("fragment"),
        CLOSE_SESSION("close-session"),
        CANCEL_SESSION("cancel-session"),
        /** Nothing: the connection ends, and the next packet goes over a new one. */
        NEW_CONNECTION("new-connection"),
        /** No packet: a look at the destination. */
        READ_BACK("read-back");

        private final String word;

        Sends(String word) {
            this.word = word;
        }

        /** As in files. */
        public String word() {
            return word;
        }
    }

    /** Whose session a packet names. */
    public enum Whose {
        /** The last session created in the word; if there is none, one that the server never gave. */
        OWN("own"),
        /** The session created before the last one; if there is none, one that the server never gave. */
        BEFORE("before"),
        /** A session that the server never gave. */
        STRANGER("stranger"),
        /** No session. */
        NONE("none");

        private final String word;

        Whose(String word) {
            this.word = word;
        }

        /** As in files. */
        public String word() {
            return word;
        }
    }

    /**
     * A header field.
     *
     * @param name as sent
     * @param value as sent; empty removes the field
     */
    public record Field(String name, String value) {}

    /**
     * Which bytes of the upload a fragment carries.
     *
     * @param start what its first byte is relative to
     * @param shift number of bytes from there to its first byte; may be negative
     * @param bytes how many, at most up to the end of the upload; 0 for all of them
     * @param beyond how many bytes its range extends beyond the end of the upload
     */
    public record Span(Start start, long shift, long bytes, long beyond) {

        /** What the first byte of a fragment is relative to. */
        public enum Start {
            /** The byte that the server wants next. */
            NEXT("next"),
            /** The first byte of the last fragment that the server accepted; the length is that fragment's too. */
            TAKEN("taken"),
            /** The first byte of the upload. */
            ZERO("0");

            private final String word;

            Start(String word) {
                this.word = word;
            }

            /** As in files. */
            public String word() {
                return word;
            }
        }
    }
}
