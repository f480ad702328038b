package org.bitsconformance.judge.table;

import java.util.function.Predicate;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.FieldForms;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.StatusChecks;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.Hresult;
import org.bitsconformance.transcript.http.Answer;

/** What an Ack must be like, according to a row of a table. */
@FunctionalInterface
public interface Then {

    /** Judges an Ack that the row applies to. */
    Judgement judge(Step step, Answer ack, Context context);

    /** The same, with another outcome for some Acks. */
    default Then but(Condition exception, Then instead) {
        return (step, ack, context) ->
                exception.holds(step, ack, context) ? instead.judge(step, ack, context) : judge(step, ack, context);
    }

    /** The field is present, with a value. */
    static Then present(String field) {
        return (step, ack, context) -> FieldForms.present(step, ack, field);
    }

    /** The field is present, even if it is empty. */
    static Then there(String field) {
        return (step, ack, context) ->
                ack.headers().has(field) ? Judgement.held() : FieldForms.missing(step, ack, field, field);
    }

    /** The field is absent; an empty one counts as present. */
    static Then absent(String field) {
        return (step, ack, context) -> FieldForms.absent(step, ack, field);
    }

    /**
     * The field is present, and each of its values is right.
     *
     * @param expected what is right, in words
     */
    static Then form(String field, String expected, Predicate<String> right) {
        return (step, ack, context) -> FieldForms.oneValue(step, ack, field, expected, right);
    }

    /** The status line says this version of HTTP. */
    static Then version(String version) {
        return (step, ack, context) -> ack.version().equals(version)
                ? Judgement.held()
                : Judgement.broken(
                                version,
                                ack.version(),
                                "The answer to " + step.packet() + " says " + ack.version() + ".")
                        .decidedBy(Judgement.STATUS);
    }

    /** The status is this one; instead of success, a documented answer about scarce resources is the target's limit. */
    static Then status(int status) {
        return (step, ack, context) -> StatusChecks.status(status, step, ack);
    }

    /**
     * The Ack carries this HRESULT.
     *
     * @param what the packet is, as a continuation of its name: "of an unknown session"
     */
    static Then code(Hresult code, String what) {
        return (step, ack, context) -> StatusChecks.says(ack, code)
                ? Judgement.held()
                : Judgement.broken(
                                code.toString(),
                                StatusChecks.code(ack),
                                "The " + ack.status() + " answer to " + step.packet() + " " + what + " has "
                                        + StatusChecks.code(ack) + " where " + code + " is expected.")
                        .decidedBy(StatusChecks.codeField(ack));
    }

    /** Demands nothing: only reports what was seen. The text may contain {@code {packet}}. */
    static Then report(String text) {
        return (step, ack, context) -> Judgement.observed(text.replace("{packet}", step.packet()));
    }

    /** Demands nothing: the requirement cannot be judged on this target. */
    static Then skip(String reason) {
        return (step, ack, context) -> Judgement.skipped(reason);
    }
}
