package org.bitsconformance.report.machine;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitsconformance.machine.Machine;
import org.bitsconformance.machine.Word;
import org.bitsconformance.result.CaseResult;
import org.bitsconformance.result.Drive;
import org.bitsconformance.result.Finding;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.SelectedCase;
import org.bitsconformance.result.Verdict;
import org.bitsconformance.transcript.Exchange;

/** Gives each transition of a machine the verdict of its last packet, in the case that drove it. */
public final class JudgedMachine {

    private JudgedMachine() {}

    /** The machine with the verdicts of a run that drove its transitions. */
    public static Machine of(Machine machine, RunResult result) {
        Map<String, CaseResult> byWord = new HashMap<>();
        result.cases().stream()
                .filter(one -> one.scenario().equals(SelectedCase.OF_WORDS))
                .forEach(one -> byWord.put(one.parameters().getOrDefault("word", ""), one));
        return machine.judged(word -> verdict(word, byWord));
    }

    private static String verdict(Word word, Map<String, CaseResult> byWord) {
        return Optional.ofNullable(byWord.get(word.toString()))
                .map(JudgedMachine::verdict)
                .map(Verdict::word)
                .orElse("");
    }

    /** The worst finding about the last packet of a case, or about no particular packet. */
    private static Verdict verdict(CaseResult of) {
        List<String> last = of.drives().stream()
                .map(JudgedMachine::lastPacket)
                .flatMap(Optional::stream)
                .toList();
        List<Verdict> verdicts = of.findings().stream()
                .filter(finding -> finding.exchange().isEmpty() || last.contains(finding.exchange()))
                .map(Finding::verdict)
                .toList();
        return Verdict.worst(verdicts);
    }

    private static Optional<String> lastPacket(Drive drive) {
        return drive.exchanges().stream()
                .filter(one -> one.purpose().judged())
                .max(Comparator.comparingLong(one -> one.timing().startedMicros()))
                .map(Exchange::id);
    }
}
