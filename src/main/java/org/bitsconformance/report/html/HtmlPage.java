package org.bitsconformance.report.html;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bitsconformance.report.text.Printable;
import org.bitsconformance.report.text.Times;
import org.bitsconformance.result.KnownFailureResult.Fate;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.RunTraffic;
import org.bitsconformance.result.SlowAnswer;
import org.bitsconformance.result.Verdict;

/**
 * What {@code report.ftlh} shows, in its order.
 *
 * @param word the verdict in one word
 * @param headline the verdict in one sentence
 * @param diagnosis why the target could not be judged to the end; empty where it was
 * @param context what the verdict rests on
 * @param notices what to know of the target before the verdict is read, a clause each
 * @param glance what is broken, in lines
 * @param catalogue how many requirements the catalogue has, by status
 */
record HtmlPage(
        String word,
        String headline,
        String diagnosis,
        String context,
        List<String> notJudged,
        List<String> notices,
        List<Fact> facts,
        List<Count> counts,
        HtmlLevels levels,
        HtmlGlance glance,
        List<HtmlCause> causes,
        List<HtmlBroken> broken,
        List<HtmlKnownFailure> baseline,
        List<HtmlRequirement> requirements,
        String catalogue,
        List<HtmlScenario> scenarios,
        List<HtmlUnjudged> unjudged,
        List<HtmlConflict> conflicts,
        HtmlStates states,
        List<Known> capabilities,
        HtmlTiming timing,
        String suite) {

    /**
     * Something known about the run.
     *
     * @param literal whether the value is text of a machine
     */
    record Fact(String term, String value, boolean literal) {}

    /** A verdict that some requirement or case has. */
    record Count(String verdict, String meaning, int requirements, int cases) {}

    /** A row of the table of capabilities. */
    record Known(String name, String value, String source, String follows) {}

    /**
     * The page of a result; what broke is the first to get space.
     *
     * @param folder where the page lies
     */
    static HtmlPage of(RunResult result, Path folder) {
        PageBudget space = new PageBudget(PageBudget.OF_A_PAGE);
        HtmlExchanges exchanges = new HtmlExchanges(result, space);
        List<HtmlBroken> broken = result.broken().stream()
                .map(one -> HtmlBroken.of(one, result, exchanges, folder))
                .toList();
        List<HtmlScenario> scenarios = HtmlScenario.all(result.scenarios(), exchanges, space);
        Set<String> onPage = exchangesOf(scenarios);
        return new HtmlPage(
                result.verdict().word(),
                headline(result),
                diagnosis(result),
                context(result),
                result.judgement().notJudged(),
                result.probed().notices(),
                facts(result),
                counts(result),
                HtmlLevels.of(result),
                HtmlGlance.of(result),
                result.causes().stream()
                        .map(cause -> HtmlCause.of(cause, exchanges, onPage))
                        .toList(),
                broken,
                result.baseline().stream().map(HtmlKnownFailure::of).toList(),
                result.requirements().stream().map(HtmlRequirement::of).toList(),
                catalogue(result),
                scenarios,
                HtmlUnjudged.of(result),
                result.documents().conflicts().stream().map(HtmlConflict::of).toList(),
                HtmlStates.of(result.documents().states()),
                result.capabilities().stream()
                        .map(one ->
                                new Known(one.name(), one.value(), one.origin().word(), one.follows()))
                        .toList(),
                HtmlTiming.of(result),
                result.header().origin().suite());
    }

    private static Set<String> exchangesOf(List<HtmlScenario> scenarios) {
        return scenarios.stream()
                .flatMap(scenario -> scenario.cases().stream())
                .flatMap(one -> one.drives().stream())
                .flatMap(drive -> drive.exchanges().stream())
                .map(HtmlExchanges.HtmlExchange::id)
                .collect(Collectors.toSet());
    }

    static String headline(RunResult result) {
        return switch (result.verdict()) {
            case CONFORMANT ->
                "Conformant: nothing that binds was broken"
                        + (result.baseline(Fate.SEEN).isEmpty() ? "" : " but what the baseline knows");
            case NONCONFORMANT -> "Nonconformant: " + result.reason();
            case INCOMPLETE ->
                result.probed().diagnosis().isPresent()
                        ? "Incomplete: the target could not be tested"
                        : "Incomplete: not everything that was selected was judged";
        };
    }

    static String diagnosis(RunResult result) {
        return switch (result.verdict()) {
            case CONFORMANT, NONCONFORMANT -> result.probed().diagnosis().orElse("");
            case INCOMPLETE -> result.probed().diagnosis().orElse(result.reason());
        };
    }

    private static String context(RunResult result) {
        int cases = result.cases().size();
        return Printable.number(result.judgedRequirements()) + " of "
                + Printable.number(result.requirements().size())
                + " requirements were judged, in " + Printable.number(result.judgedCases())
                + " of " + Printable.number(cases) + (cases == 1 ? " case" : " cases") + " of the plan “"
                + result.header().cases().plan() + "”.";
    }

    private static String catalogue(RunResult result) {
        int all = result.documents().catalogue().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        return result.documents().catalogue().entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> Printable.number(entry.getValue()) + " "
                        + entry.getKey().word())
                .collect(Collectors.joining(
                        ", ", "The catalogue has " + Printable.number(all) + " requirements: ", "."));
    }

    private static List<Fact> facts(RunResult result) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Target", result.header().target().url(), true));
        facts.add(result.probed()
                .server()
                .map(server -> new Fact("Server says it is", server, true))
                .orElse(new Fact("Server says it is", "nothing (no Server header)", false)));
        facts.add(new Fact("Mode", result.header().target().mode(), false));
        facts.add(new Fact("Plan", result.header().cases().plan(), false));
        result.randomOrder().ifPresent(order -> facts.add(new Fact("Order", order, false)));
        facts.add(new Fact(
                "Dialect",
                "asked: " + result.judgement().dialect().optionName() + "; observed: " + result.observedDialect(),
                false));
        facts.add(new Fact("Traffic", traffic(result.run().traffic()), false));
        facts.add(new Fact(
                "Started",
                Times.moment(result.header().origin().startedAt()) + ", took "
                        + Times.duration(result.run().durationMillis() * 1000),
                false));
        result.slowAnswers().stream()
                .findFirst()
                .ifPresent(slowest -> facts.add(new Fact("Slow answers", slow(result, slowest), false)));
        return facts;
    }

    private static String slow(RunResult result, SlowAnswer slowest) {
        return Printable.number(result.slowAnswers().size()) + " took over half of the limit of "
                + Times.duration(result.header().target().timeoutMillis() * 1000) + "; the slowest "
                + Times.duration(slowest.millis() * 1000) + " (" + slowest.exchange() + " of " + slowest.caseId() + ")";
    }

    private static String traffic(RunTraffic driving) {
        return Printable.number(driving.requests()) + " requests, " + Printable.number(driving.bytesSent())
                + " bytes sent, " + Printable.number(driving.bytesReceived()) + " bytes received";
    }

    private static List<Count> counts(RunResult result) {
        Map<Verdict, Integer> requirements = result.requirementCounts();
        Map<Verdict, Integer> cases = result.caseCounts();
        return Arrays.stream(Verdict.values())
                .map(verdict ->
                        new Count(verdict.word(), meaning(verdict), requirements.get(verdict), cases.get(verdict)))
                .filter(count -> count.requirements() + count.cases() > 0)
                .toList();
    }

    private static String meaning(Verdict verdict) {
        return switch (verdict) {
            case FAIL -> "a MUST, or what is stated without a keyword, was broken";
            case UNSTABLE -> "broke once, and held when it was driven again";
            case INCOMPLETE -> "was to be judged, and was not";
            case WARN -> "a SHOULD was broken";
            case KNOWN -> "was broken, and the baseline knows of it";
            case INFO -> "open in the documents: reported as observed";
            case PASS -> "as required";
            case SKIP -> "not applicable, or not observable on this target";
        };
    }
}
