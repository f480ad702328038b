package org.bitsconformance.judge.table;

import java.util.function.Predicate;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.FieldForms;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.StatusChecks;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.Hresult;
import org.bitsconformance.transcript.http.Answer;

/** What an Ack has to be like, by a row of a table. */
@FunctionalInterface
public interface Then {

    /** Judges an Ack that the row is about. */
    Judgement judge(Step step, Answer ack, Context context);

    /** This, with another outcome for some Acks. */
    default Then but(Condition exception, Then instead) {
        return (step, ack, context) ->
                exception.holds(step, ack, context) ? instead.judge(step, ack, context) : judge(step, ack, context);
    }

    /** The field is there, with a value. */
    static Then present(String field) {
        return (step, ack, context) -> FieldForms.present(step, ack, field);
    }

    /** The field is there, even if it is empty. */
    static Then there(String field) {
        return (step, ack, context) ->
                ack.headers().has(field) ? Judgement.held() : FieldForms.missing(step, ack, field, field);
    }

    /** The field is not there, not even empty. */
    static Then absent(String field) {
        return (step, ack, context) -> FieldForms.absent(step, ack, field);
    }

    /**
     * The field is there, and each of its values is right.
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

    /** The status; where it means success, a documented answer of scarce resources is the target's limit instead. */
    static Then status(int status) {
        return (step, ack, context) -> StatusChecks.status(status, step, ack);
    }

    /**
     * The Ack carries this HRESULT.
     *
     * @param what the packet is, after its name: "of an unknown session"
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

    /** Nothing: what was seen is reported. The text may have {@code {packet}} in it. */
    static Then report(String text) {
        return (step, ack, context) -> Judgement.observed(text.replace("{packet}", step.packet()));
    }

    /** Nothing: the requirement cannot be judged on this target. */
    static Then skip(String reason) {
        return (step, ack, context) -> Judgement.skipped(reason);
    }
}
