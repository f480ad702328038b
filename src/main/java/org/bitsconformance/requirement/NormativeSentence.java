package org.bitsconformance.requirement;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A sentence of MC-BUP with a keyword such as MUST, from a copy of the document.
 *
 * @param section number of its section
 * @param ordinal its place among the normative sentences of that section, from 1
 * @param keywords its keywords in order, such as {@code MUST NOT}; at least one
 * @param text its words without markup and notes
 */
public record NormativeSentence(String section, int ordinal, List<String> keywords, String text) {

    private static final int DIGITS = 16;

    public NormativeSentence {
        keywords = List.copyOf(keywords);
    }

    /** Its fingerprint, which has everything except its words, and a hash of those. */
    public Fingerprint fingerprint() {
        return new Fingerprint(section, ordinal, keywords, hash());
    }

    private String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
