package org.bitsconformance.result;

import org.bitsconformance.judge.Judged;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Judgement.Broken;

/**
 * What a rule said, and how that counts.
 *
 * @param said by the rule
 * @param verdict of this finding alone
 */
public record Finding(Judged said, Verdict verdict) {

    /** The {@link #field} if the status line decided. */
    public static final String STATUS = Judgement.STATUS;

    /** The {@link #field} if the body decided. */
    public static final String BODY = Judgement.BODY;

    /** Id of the requirement. */
    public String requirement() {
        return said.requirement();
    }

    /** Name of the rule. */
    public String rule() {
        return said.rule();
    }

    /** Id of the case; empty for the run as a whole. */
    public String caseId() {
        return said.caseId();
    }

    /** Id of the deciding exchange, or empty. */
    public String exchange() {
        return said.exchange();
    }

    /** What should have been seen; empty unless something was broken. */
    public String expected() {
        return said.judgement() instanceof Broken broken ? broken.expected() : "";
    }

    /** What was seen; empty unless something was broken; may contain text from the server. */
    public String actual() {
        return said.judgement() instanceof Broken broken ? broken.actual() : "";
    }

    /** The message, in a sentence; empty if all is well. */
    public String message() {
        return said.judgement().message();
    }

    /** What decided, as in {@link Broken#field}. */
    public String field() {
        return said.judgement() instanceof Broken broken ? broken.field() : "";
    }

    /** Where in the server to look first; empty if the requirement's own advice is right. */
    public String lookAt() {
        return said.judgement() instanceof Broken broken ? broken.lookAt() : "";
    }

    /** Whether it says that something is not as required, whether known or not. */
    public boolean broken() {
        return verdict.broken();
    }

    /** Whether it says that something is not as required, and the baseline knows it. */
    public boolean known() {
        return verdict == Verdict.KNOWN;
    }

    /** Whether something was seen and judged. */
    public boolean judged() {
        return verdict != Verdict.INCOMPLETE && verdict != Verdict.SKIP;
    }

    /** The same, as a known failure. */
    Finding asKnown() {
        return new Finding(said, Verdict.KNOWN);
    }

    /** A finding about the same, with another judgement and verdict. */
    public Finding saying(Judgement other, Verdict otherVerdict) {
        return new Finding(said.saying(other), otherVerdict);
    }

    /** The same, as unstable; {@code more} says how that was seen. */
    Finding asUnstable(String more) {
        return said.judgement() instanceof Broken broken
                ? saying(broken.saying(broken.message() + more), Verdict.UNSTABLE)
                : new Finding(said, Verdict.UNSTABLE);
    }
}
