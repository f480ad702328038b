package org.bitsconformance.judge;

/** What a rule says of what it looked at. */
public sealed interface Judgement {

    /** As required. */
    record Held() implements Judgement {}

    /**
     * Neither right nor wrong, because the documents leave it open.
     *
     * @param what was seen, in a sentence
     */
    record Observed(String what) implements Judgement {}

    /**
     * Not as required.
     *
     * @param expected what should have been seen
     * @param actual what was seen; may hold text from the server
     * @param message both in a sentence
     * @param lookAt where in the server to look first; empty where the requirement's own advice is right
     */
    record Broken(String expected, String actual, String message, String lookAt) implements Judgement {}

    /** The rule is not about this. */
    record OutOfScope() implements Judgement {}

    /**
     * The requirement cannot be judged on this target.
     *
     * @param reason why
     */
    record Skipped(String reason) implements Judgement {}

    /**
     * The requirement was to be judged, and could not be.
     *
     * @param reason why
     */
    record NotJudged(String reason) implements Judgement {}

    static Judgement held() {
        return new Held();
    }

    static Judgement observed(String what) {
        return new Observed(what);
    }

    static Judgement broken(String expected, String actual, String message) {
        return broken(expected, actual, message, "");
    }

    static Judgement broken(String expected, String actual, String message, String lookAt) {
        return new Broken(expected, actual, message, lookAt);
    }

    static Judgement outOfScope() {
        return new OutOfScope();
    }

    static Judgement skipped(String reason) {
        return new Skipped(reason);
    }

    static Judgement notJudged(String reason) {
        return new NotJudged(reason);
    }
}
