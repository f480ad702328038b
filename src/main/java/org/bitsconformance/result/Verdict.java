package org.bitsconformance.result;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** The verdict on a finding, a requirement or a case, worst first. Of several, the worst counts. */
public enum Verdict {
    /** A MUST, or something stated without a keyword, was broken. */
    FAIL,
    /** Broke once, and held when driven again. */
    UNSTABLE,
    /** Should have been judged, but was not. */
    INCOMPLETE,
    /** A SHOULD was broken. */
    WARN,
    /** Was broken, and the baseline knows it. */
    KNOWN,
    /** The documents leave it open: reported as observed. */
    INFO,
    /** As required. */
    PASS,
    /** Not applicable, or not observable with what the target file declares. */
    SKIP;

    /** The worst of several; {@link #SKIP} for none. */
    public static Verdict worst(Collection<Verdict> verdicts) {
        return verdicts.stream().min(Comparator.naturalOrder()).orElse(SKIP);
    }

    /** Whether it says that something is not as required, whether known or not. */
    public boolean broken() {
        return this == FAIL || this == UNSTABLE || this == WARN || this == KNOWN;
    }

    /** The same of a verdict by its word in reports; false for any other word. */
    public static boolean broken(String word) {
        return Arrays.stream(values())
                .anyMatch(one -> one.broken() && one.word().equals(word));
    }

    /** As in reports. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
