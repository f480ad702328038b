package org.bitsconformance.judge.book;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.ExchangeRule;
import org.bitsconformance.judge.Judged;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Located;
import org.bitsconformance.judge.ReadBackProof;
import org.bitsconformance.judge.Rule;
import org.bitsconformance.judge.RunRule;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.protocol.Side;
import org.bitsconformance.transcript.CaseStart;
import org.bitsconformance.transcript.RunHeader;

/** Asks the rules about each case, and about the whole run at its end. Pure: the same record gives the same findings. */
public final class Judge {

    private final RunHeader header;
    private final Dialect dialect;
    private final List<CaseHistory> histories = new ArrayList<>();
    private final DrivenStages stages = new DrivenStages();
    private final ReadBacksSeen readBacks = new ReadBacksSeen();
    private int judgedBefore;

    /** A judge for one run; the dialect may differ from the one that the run was given. */
    public Judge(RunHeader header, Dialect dialect) {
        this.header = header;
        this.dialect = dialect;
    }

    /** What the rules say about a case, given what is known so far; cases come in driving order. */
    public List<Judged> judge(CaseHistory history) {
        histories.add(history);
        ReadBackProof before = readBacks.proof();
        history.readBacks().forEach(readBacks::add);
        if (!readBacks.proof().equals(before)) {
            judgedBefore = histories.size() - 1;
        }
        history.steps().forEach(step -> stages.add(step, history));
        return judged(history);
    }

    /**
     * Revised findings for cases that looked at a destination before the run showed what such looks prove: whether a
     * finished upload is visible there at all, and whether every name has something. Keyed by case start, in driving
     * order.
     */
    public Map<CaseStart, List<Judged>> revised() {
        Map<CaseStart, List<Judged>> revised = new LinkedHashMap<>();
        histories.subList(0, judgedBefore).stream()
                .filter(history -> !history.readBacks().isEmpty())
                .forEach(history -> revised.put(history.start(), judged(history)));
        return revised;
    }

    private List<Judged> judged(CaseHistory history) {
        Context context = context();
        List<Judged> judged = header.judging().of(Side.SERVER) ? ofServer(history, context) : new ArrayList<>();
        if (header.judging().of(Side.CLIENT)) {
            for (CaseRule rule : RuleBook.aboutClients()) {
                rule.judge(history, context).forEach(located -> add(judged, rule, located));
            }
        }
        return judged;
    }

    private List<Judged> ofServer(CaseHistory history, Context context) {
        List<Judged> judged = new ArrayList<>();
        for (Step step : history.steps()) {
            for (ExchangeRule rule : RuleBook.ofExchanges()) {
                Judgement judgement = rule.judge(step, context);
                add(
                        judged,
                        rule,
                        advised(
                                rule,
                                new Located(history.caseId(), step.exchange().id(), judgement),
                                history));
            }
        }
        for (CaseRule rule : RuleBook.ofCases()) {
            rule.judge(history, context).forEach(located -> add(judged, rule, advised(rule, located, history)));
        }
        judged.addAll(LeftOpen.of(history, judged, context));
        judged.forEach(stages::add);
        return judged;
    }

    private static Located advised(Rule rule, Located located, CaseHistory history) {
        return new Located(located.caseId(), located.exchange(), Advice.added(rule.requirement(), located, history));
    }

    /** What the rules say about the run as a whole. */
    public List<Judged> judgeRun() {
        List<Judged> judged = new ArrayList<>();
        if (!header.judging().of(Side.SERVER)) {
            return judged;
        }
        for (RunRule rule : RuleBook.ofRuns()) {
            rule.judge(List.copyOf(histories), context()).forEach(located -> add(judged, rule, located));
        }
        judged.forEach(stages::add);
        return judged;
    }

    /** Every drive of every case so far, in order. */
    public List<CaseHistory> histories() {
        return List.copyOf(histories);
    }

    /** Which readings of the documents' conflicts have been seen so far, in the order of first sight. */
    public List<ReadingSeen> readings() {
        Readings readings = new Readings();
        Context context = context();
        histories.forEach(history -> history.steps().forEach(step -> readings.add(step, history, context)));
        return readings.all();
    }

    /** Which packets have been driven so far, and in which states of their sessions. */
    public List<DrivenStage> stages() {
        return stages.all();
    }

    private Context context() {
        return new Context(header, dialect, readBacks.proof());
    }

    private static void add(List<Judged> judged, Rule rule, Located located) {
        if (!(located.judgement() instanceof Judgement.OutOfScope)) {
            judged.add(new Judged(rule.requirement(), rule.name(), located));
        }
    }
}
