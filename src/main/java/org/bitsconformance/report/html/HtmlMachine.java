package org.bitsconformance.report.html;

import freemarker.template.SimpleScalar;
import java.util.List;
import org.bitsconformance.machine.Machine;
import org.bitsconformance.machine.State;
import org.bitsconformance.machine.Word;
import org.bitsconformance.report.machine.MachinePicture;
import org.bitsconformance.report.text.Printable;
import org.bitsconformance.report.text.Times;
import org.bitsconformance.result.SelectedCase;

/**
 * A learned state machine, as the page shows it.
 *
 * @param guarantee what is guaranteed, in a sentence
 * @param effort what learning took
 * @param picture an SVG; empty if there is none
 * @param states in order
 * @param hidden states that no document has
 * @param unsteady words that were answered differently at different times
 */
record HtmlMachine(
        String guarantee,
        String effort,
        SimpleScalar picture,
        List<HtmlState> states,
        List<HtmlHidden> hidden,
        List<HtmlUnsteady> unsteady) {

    record HtmlState(String id, String documented, String access, List<HtmlTransition> transitions) {}

    record HtmlTransition(String symbol, String answer, String to, String verdict, String caseId) {}

    record HtmlHidden(String state, String history, String like, String separating, String answer, String usual) {}

    record HtmlUnsteady(String word, List<String> answers) {}

    static HtmlMachine of(Machine machine) {
        Machine.Learning learning = machine.learning();
        return new HtmlMachine(
                machine.guarantee(),
                Printable.number(learning.words()) + " words, " + Printable.number(learning.packets()) + " packets, in "
                        + Times.duration(learning.millis() * 1000),
                new SimpleScalar(MachinePicture.inPage(machine)),
                machine.states().stream().map(state -> state(state, machine)).toList(),
                machine.hidden().stream()
                        .map(one -> new HtmlHidden(
                                one.state(),
                                words(one.history()),
                                one.looksLike() + " "
                                        + machine.state(one.looksLike())
                                                .map(State::documented)
                                                .orElse(""),
                                words(one.separating()),
                                one.answer(),
                                one.usual()))
                        .toList(),
                machine.unsteady().stream()
                        .map(one -> new HtmlUnsteady(
                                words(one.word()),
                                one.answers().entrySet().stream()
                                        .map(answer -> answer.getKey() + " (" + answer.getValue() + " times)")
                                        .toList()))
                        .toList());
    }

    private static HtmlState state(State state, Machine machine) {
        return new HtmlState(
                state.id(),
                state.documented(),
                state.access().isEmpty() ? "where every word begins" : words(state.access()),
                machine.transitions().stream()
                        .filter(one -> one.from().equals(state.id()))
                        .map(one -> new HtmlTransition(
                                one.symbol(),
                                one.answer(),
                                one.to(),
                                one.verdict(),
                                SelectedCase.OF_WORDS + "."
                                        + state.word().then(one.symbol()).inCaseId()))
                        .toList());
    }

    private static String words(List<String> symbols) {
        return new Word(symbols).toString();
    }
}
