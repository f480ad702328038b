package org.bitsconformance.machine;

import java.util.List;
import java.util.Optional;

/**
 * An abstract packet: what is sent, in terms of what has happened in the word up to now, so that it can be sent in any
 * state.
 *
 * @param name letters of lower case, digits and hyphens; case ids spell it
 * @param does what it sends, in a few words
 * @param sends the kind of packet, or what is done instead of sending one
 * @param session whose session it belongs to
 * @param span which bytes it carries; empty unless it is a fragment
 * @param fields header fields that take the place of its usual ones, or are added; an empty value leaves a field out
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

        /** As files spell it. */
        public String word() {
            return word;
        }
    }

    /** Whose session a packet names. */
    public enum Whose {
        /** The session created last in the word; one that the server never gave if there is none. */
        OWN("own"),
        /** The session created before the last one; one that the server never gave if there is none. */
        BEFORE("before"),
        /** One that the server never gave. */
        STRANGER("stranger"),
        /** None. */
        NONE("none");

        private final String word;

        Whose(String word) {
            this.word = word;
        }

        /** As files spell it. */
        public String word() {
            return word;
        }
    }

    /**
     * A header field.
     *
     * @param name as sent
     * @param value as sent; empty leaves the field out
     */
    public record Field(String name, String value) {}

    /**
     * Which bytes of the upload a fragment carries.
     *
     * @param start what its first byte is counted from
     * @param shift number of bytes from there to its first byte; may be negative
     * @param bytes how many, at most up to the end of the upload; 0 for all up to there
     * @param beyond how many bytes after the end of the upload its range goes on
     */
    public record Span(Start start, long shift, long bytes, long beyond) {

        /** What the first byte of a fragment is counted from. */
        public enum Start {
            /** The byte that the server wants next. */
            NEXT("next"),
            /** The first byte of the last fragment that the server took; its length is that fragment's too. */
            TAKEN("taken"),
            /** The first byte of the upload. */
            ZERO("0");

            private final String word;

            Start(String word) {
                this.word = word;
            }

            /** As files spell it. */
            public String word() {
                return word;
            }
        }
    }
}
