package org.bitsconformance.result;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/**
 * What happened to an entry of the baseline.
 *
 * @param entry the entry
 * @param fate what happened to it
 * @param findings the findings that it matches; only if it was seen
 * @param why it was not judged; empty for other fates
 */
public record KnownFailureResult(KnownFailure entry, Fate fate, List<Finding> findings, String why) {

    /** What can happen to an entry. */
    public enum Fate {
        /** What it describes is still broken. */
        SEEN("known"),
        /** What it describes was judged, and is no longer broken. */
        STALE("stale"),
        /** What it describes was selected, but not completely judged. */
        NOT_JUDGED("not judged"),
        /** The plan selects nothing that could show it. */
        NOT_SELECTED("not selected");

        private final String word;

        Fate(String word) {
            this.word = word;
        }

        /** As in reports. */
        @JsonValue
        public String word() {
            return word;
        }
    }

    public KnownFailureResult {
        findings = List.copyOf(findings);
    }

    /** A copy for when one run is not enough to say that it no longer fails, or that nothing can show it. */
    KnownFailureResult leftOpen(String reason) {
        return fate == Fate.STALE || fate == Fate.NOT_SELECTED
                ? new KnownFailureResult(entry, Fate.NOT_JUDGED, List.of(), reason)
                : this;
    }

    /** The entry and its fate in a sentence without a full stop. */
    public String sentence() {
        String named = entry.place() + ": " + entry.subject();
        return switch (fate) {
            case SEEN -> named + " is known: " + entry.reason();
            case STALE -> named + " no longer fails: remove the entry";
            case NOT_JUDGED -> named + " was not judged: " + why;
            case NOT_SELECTED -> named + " is not selected by this plan";
        };
    }
}
