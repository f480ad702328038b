package org.bitsconformance.requirement;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The text of a stimulus: something that the reference server confronts a client with.
 *
 * @param title what happens, in one line without a full stop
 * @param wants what the documents want the client to do, in a few sentences
 * @param end how an upload ends that is right
 * @param about ids of the requirements on the client that it tries
 * @param written where else it is written, such as {@code RFC 9110 10.2.3}
 */
public record StimulusText(String title, String wants, End end, List<String> about, List<String> written) {

    /** How an upload ends whose client is right. */
    public enum End {
        /** The bytes are at their destination. */
        @JsonProperty("arrives")
        ARRIVES("arrives", "the file arrives"),
        /** The client ends with an error, and the bytes are not at their destination. */
        @JsonProperty("gives-up")
        GIVES_UP("gives-up", "the client ends with an error"),
        /** The documents leave it open. */
        @JsonProperty("either")
        EITHER("either", "the file arrives, or the client ends with an error");

        private final String word;
        private final String words;

        End(String word, String words) {
            this.word = word;
            this.words = words;
        }

        /** As the file of stimuli writes it. */
        public String word() {
            return word;
        }

        /** As reports write it. */
        public String words() {
            return words;
        }
    }

    /**
     * Checks an entry of the file.
     *
     * @throws IllegalArgumentException when something is missing
     */
    public StimulusText {
        about = about == null ? List.of() : List.copyOf(about);
        written = written == null ? List.of() : List.copyOf(written);
        if (title == null || wants == null || end == null) {
            throw new IllegalArgumentException("a stimulus has a title, what the documents want, and a right end");
        }
        if (about.isEmpty() && written.isEmpty()) {
            throw new IllegalArgumentException("where is it written? " + title);
        }
    }
}
