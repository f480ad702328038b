package org.bitsconformance.report.html;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bitsconformance.machine.Machine;
import org.bitsconformance.report.document.ReportDocument;
import org.bitsconformance.report.text.LoadText;
import org.bitsconformance.report.text.Printable;
import org.bitsconformance.report.text.Times;
import org.bitsconformance.result.Counted;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.RunTraffic;
import org.bitsconformance.result.SlowAnswer;
import org.bitsconformance.transcript.MergedShard;
import org.bitsconformance.transcript.RunHeader;

/**
 * What {@code report.ftlh} shows besides the document: what crossed the wire, and what is counted or put in words for
 * people.
 *
 * @param report the document of the result
 * @param result what the page is about
 * @param broken what broke, what blocks most first
 * @param scenarios in the order of the plan
 * @param causes the one that explains most first
 * @param machine the state machine of the server; empty unless it was learned
 */
record HtmlPage(
        ReportDocument report,
        RunResult result,
        List<HtmlBroken> broken,
        List<HtmlScenario> scenarios,
        List<HtmlCause> causes,
        Optional<HtmlMachine> machine) {

    /**
     * Something known about the run.
     *
     * @param literal whether the value is shown as code
     */
    record Fact(String term, String value, boolean literal) {}

    /**
     * The page of a result; what broke gets space first.
     *
     * @param report the document of the result
     * @param learned the state machine of the server, if it was learned
     * @param folder where the page is
     */
    static HtmlPage of(ReportDocument report, RunResult result, Optional<Machine> learned, Path folder) {
        PageBudget space = new PageBudget(PageBudget.OF_A_PAGE);
        HtmlExchanges exchanges = new HtmlExchanges(result, space);
        List<HtmlBroken> broken = result.broken().stream()
                .map(one -> HtmlBroken.of(one, report, result, exchanges, folder))
                .toList();
        List<HtmlScenario> scenarios = HtmlScenario.all(result.scenarios(), exchanges, space);
        Set<String> onPage = exchangesOf(scenarios);
        return new HtmlPage(
                report,
                result,
                broken,
                scenarios,
                report.causes().stream()
                        .map(cause -> HtmlCause.of(cause, exchanges, onPage))
                        .toList(),
                learned.map(HtmlMachine::of));
    }

    private static Set<String> exchangesOf(List<HtmlScenario> scenarios) {
        return scenarios.stream()
                .flatMap(scenario -> scenario.cases().stream())
                .flatMap(one -> one.drives().stream())
                .flatMap(drive -> drive.exchanges().stream())
                .map(HtmlExchanges.HtmlExchange::id)
                .collect(Collectors.toSet());
    }

    /** What is broken, one line each. */
    HtmlGlance glance() {
        return HtmlGlance.of(result);
    }

    /** How many requirements of each level have which verdict. */
    HtmlLevels levels() {
        return HtmlLevels.of(result);
    }

    /** What happened to each entry of the baseline. */
    List<HtmlKnownFailure> baseline() {
        return IntStream.range(0, report.baseline().size())
                .mapToObj(i -> HtmlKnownFailure.of(
                        report.baseline().get(i), result.baseline().get(i)))
                .toList();
    }

    /** The table of requirements. */
    List<HtmlRequirement> requirements() {
        return IntStream.range(0, report.requirements().size())
                .mapToObj(i -> HtmlRequirement.of(
                        report.requirements().get(i), result.requirements().get(i)))
                .toList();
    }

    /** What was not judged, by reason. */
    List<HtmlUnjudged> unjudged() {
        return HtmlUnjudged.of(result);
    }

    /** What took longest. */
    HtmlTiming timing() {
        return HtmlTiming.of(result);
    }

    /** The context of the verdict. */
    String context() {
        int cases = result.cases().size();
        return Printable.number(result.judgedRequirements()) + " of "
                + Printable.number(result.requirements().size())
                + " requirements were judged, in " + Printable.number(result.judgedCases())
                + " of " + Printable.number(cases) + " " + Counted.noun(cases, "case") + " of the plan “"
                + report.head().plan() + "”" + ofShards();
    }

    private String ofShards() {
        RunHeader.Cases cases = result.header().cases();
        return cases.shard()
                .map(shard -> ", shard " + shard + ". The other "
                        + Printable.number(cases.leftToOthers().size())
                        + " cases of the plan, and requirements that only they lead to, are left to the other shards.")
                .orElse(cases.shards().isEmpty() ? "." : ", merged from shards.");
    }

    /** How many requirements the catalogue has, by status. */
    String catalogue() {
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

    /** What is known about the target and the run. */
    List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Target", report.head().target().url(), true));
        facts.add(report.head()
                .target()
                .server()
                .map(server -> new Fact("Server says it is", server, true))
                .orElse(new Fact("Server says it is", "nothing (no Server header)", false)));
        facts.add(new Fact("Mode", result.header().target().mode(), false));
        facts.add(new Fact("Plan", result.header().cases().planAndShard(), false));
        Optional.of(MergedShard.reasons(result.header().cases().shards()))
                .filter(reasons -> !reasons.isEmpty())
                .ifPresent(reasons -> facts.add(new Fact("Shards", reasons, true)));
        result.randomOrder().ifPresent(order -> facts.add(new Fact("Order", order, false)));
        facts.add(new Fact(
                "Dialect",
                "asked: " + report.head().dialect().asked() + "; observed: "
                        + report.head().dialect().observed(),
                false));
        facts.add(new Fact("Traffic", traffic(), false));
        facts.add(new Fact(
                "Started",
                Times.moment(result.header().origin().startedAt()) + ", took "
                        + Times.duration(report.head().durationMs() * 1000),
                false));
        result.loads()
                .forEach(load -> facts.add(
                        new Fact("Uploads at once", LoadText.amount(load) + "; " + LoadText.speed(load), false)));
        result.slowAnswers().stream()
                .findFirst()
                .ifPresent(slowest -> facts.add(new Fact("Slow answers", slow(slowest), false)));
        return facts;
    }

    private String slow(SlowAnswer slowest) {
        return Printable.number(result.slowAnswers().size()) + " took over half of the limit of "
                + Times.duration(result.header().target().timeoutMillis() * 1000) + "; the slowest "
                + Times.duration(slowest.millis() * 1000) + " (" + slowest.exchange() + " of " + slowest.caseId() + ")";
    }

    private String traffic() {
        RunTraffic driving = report.driving().traffic();
        return Printable.number(driving.requests()) + " requests, " + Printable.number(driving.bytesSent())
                + " bytes sent, " + Printable.number(driving.bytesReceived()) + " bytes received";
    }
}
