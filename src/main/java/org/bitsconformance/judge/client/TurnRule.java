package org.bitsconformance.judge.client;

import java.util.List;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Located;
import org.bitsconformance.judge.history.CaseHistory;

/**
 * A rule about each packet of a client. Rules about clients are rows of tables: the name of a row is the name of its
 * table and the requirement.
 *
 * @param table name of the table
 * @param requirement id of the requirement
 * @param check what it says about a packet
 */
record TurnRule(String table, String requirement, Check check) implements CaseRule {

    /** What a rule says about a packet. */
    @FunctionalInterface
    interface Check {

        /** Judges a packet; out of scope if the rule does not apply to it. */
        Judgement judge(Turn turn, Context context);
    }

    @Override
    public String name() {
        return table + "(" + requirement + ")";
    }

    /** Only its name: the rest is code. */
    @Override
    public String toString() {
        return name();
    }

    @Override
    public List<Located> judge(CaseHistory history, Context context) {
        return ClientConversation.of(history).turns().stream()
                .map(turn -> new Located(history.caseId(), turn.exchange().id(), check.judge(turn, context)))
                .filter(located -> !(located.judgement() instanceof Judgement.OutOfScope))
                .toList();
    }
}
