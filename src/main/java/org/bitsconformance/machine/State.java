package org.bitsconformance.machine;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A state of a server.
 *
 * @param id such as {@code s3}; {@code s0} is where every word begins
 * @param access the shortest word that leads there; of several, the first in the order of the alphabet
 * @param documented where an upload is after that word, in the documents' terms
 */
public record State(
        String id,
        List<String> access,
        @JsonProperty("documented") String documented) {

    /** The shortest word that leads to it. */
    public Word word() {
        return new Word(access);
    }
}
