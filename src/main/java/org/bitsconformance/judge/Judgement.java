package org.bitsconformance.judge;

/** What a rule says about the thing that it judged. */
public sealed interface Judgement {

    /** The status line decided. */
    String STATUS = "status";

    /** The body decided. */
    String BODY = "body";

    /** What was seen, or why nothing was judged, in a sentence; empty if all is well. */
    default String message() {
        return "";
    }

    /** As required. */
    record Held() implements Judgement {}

    /**
     * Neither right nor wrong, because the documents leave it open.
     *
     * @param message what was seen, in a sentence
     */
    record Observed(String message) implements Judgement {}

    /**
     * Not as required.
     *
     * @param expected what should have been seen
     * @param actual what was seen; may hold text from the server
     * @param message both, in a sentence
     * @param field what of the answer decided: the name of a header field, {@link #STATUS} or {@link #BODY}; empty if
     *     nothing of an answer did
     * @param lookAt where in the server to look first; empty if the requirement's own advice is right
     */
    record Broken(String expected, String actual, String message, String field, String lookAt) implements Judgement {

        /** The same, naming what decided. */
        public Broken decidedBy(String part) {
            return new Broken(expected, actual, message, part, lookAt);
        }

        /** The same, saying where to look first. */
        public Broken lookingAt(String place) {
            return new Broken(expected, actual, message, field, place);
        }

        /** The same, with another message. */
        public Broken saying(String sentence) {
            return new Broken(expected, actual, sentence, field, lookAt);
        }
    }

    /** The rule does not apply here. */
    record OutOfScope() implements Judgement {}

    /**
     * The requirement cannot be judged on this target.
     *
     * @param message why
     */
    record Skipped(String message) implements Judgement {}

    /**
     * The requirement should have been judged, but could not be.
     *
     * @param message why
     */
    record NotJudged(String message) implements Judgement {}

    static Judgement held() {
        return new Held();
    }

    static Judgement observed(String what) {
        return new Observed(what);
    }

    static Broken broken(String expected, String actual, String message) {
        return new Broken(expected, actual, message, "", "");
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
