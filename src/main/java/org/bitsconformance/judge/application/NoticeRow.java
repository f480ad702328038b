package org.bitsconformance.judge.application;

import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.Notice;

/**
 * A rule that is a row of a table: what a notification must be like.
 *
 * @param name the rule's own name
 * @param requirement id of the requirement
 * @param then what the notification must be like
 */
record NoticeRow(String name, String requirement, Fact then) implements NoticeRule {

    /** What a notification must be like. */
    @FunctionalInterface
    interface Fact {

        /** Judges a notification. */
        Judgement judge(Notice notice, Context context);
    }

    /** A row about every notification. */
    static NoticeRow notification(String name, String requirement, Fact then) {
        return new NoticeRow(name, requirement, then);
    }

    /** A row about notifications of a target that passes uploads by reference. */
    static NoticeRow byReference(String name, String requirement, Fact then) {
        return new NoticeRow(
                name,
                requirement,
                (notice, context) -> Declarations.byReference(context)
                        ? then.judge(notice, context)
                        : Declarations.otherWay(context));
    }

    /** A row about notifications of a target that passes uploads by value. */
    static NoticeRow byValue(String name, String requirement, Fact then) {
        return new NoticeRow(
                name,
                requirement,
                (notice, context) ->
                        Declarations.byValue(context) ? then.judge(notice, context) : Declarations.otherWay(context));
    }

    @Override
    public Judgement judge(Notice notice, CaseHistory history, Context context) {
        return then.judge(notice, context);
    }
}
