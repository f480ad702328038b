package org.bitsconformance.result;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** The verdict on a finding, a requirement or a case, worst first. Of several, the worst counts. */
public enum Verdict {
    /** A MUST, or what is stated without a keyword, was broken. */
    FAIL,
    /** Broke once and held when it was driven again. */
    UNSTABLE,
    /** Was to be judged and was not. */
    INCOMPLETE,
    /** A SHOULD was broken. */
    WARN,
    /** Was broken, and the baseline knows of it. */
    KNOWN,
    /** Open in the documents: reported as observed. */
    INFO,
    /** As required. */
    PASS,
    /** Not applicable, or not observable with what was declared of the target. */
    SKIP;

    /** The worst of several; {@link #SKIP} of none. */
    public static Verdict worst(Collection<Verdict> verdicts) {
        return verdicts.stream().min(Comparator.naturalOrder()).orElse(SKIP);
    }

    /** As reports spell it. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
