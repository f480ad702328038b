package org.bitsconformance.requirement;

import java.util.List;

/**
 * The fingerprint of a normative sentence of MC-BUP, so that it can be found without copying its words.
 *
 * @param section number of its section
 * @param ordinal its place among the normative sentences of that section, from 1
 * @param keywords its keywords in order, such as {@code MUST NOT}
 * @param hash the first 16 hexadecimal digits of the SHA-256 of its words
 */
public record Fingerprint(String section, int ordinal, List<String> keywords, String hash) {

    public Fingerprint {
        keywords = List.copyOf(keywords);
    }

    /** Section and ordinal, such as {@code 2.2.1.2#3}. */
    public String id() {
        return id(section, ordinal);
    }

    static String id(String section, int ordinal) {
        return section + "#" + ordinal;
    }

    /** Whether one of its keywords has a level. */
    public boolean has(Level level) {
        return keywords.stream().anyMatch(word -> word.replace(" NOT", "").equals(level.name()));
    }
}
