package org.bitsconformance.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bitsconformance.cli.console.Wrapped;
import org.bitsconformance.cli.pages.ClientFaultTable;
import org.bitsconformance.cli.pages.FaultTable;
import org.bitsconformance.drive.scenario.Scenarios;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.protocol.Side;
import org.bitsconformance.reference.fault.Fault;
import org.bitsconformance.reference.fault.Faults;
import org.bitsconformance.requirement.Catalogue;
import org.bitsconformance.requirement.CauseText;
import org.bitsconformance.requirement.CauseTexts;
import org.bitsconformance.requirement.Conflict;
import org.bitsconformance.requirement.Conflicts;
import org.bitsconformance.requirement.Requirement;
import org.bitsconformance.requirement.Source;
import org.bitsconformance.requirement.Status;
import org.bitsconformance.requirement.StimulusText;
import org.bitsconformance.requirement.StimulusTexts;
import org.bitsconformance.run.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code explain}: one requirement, scenario, fault, stimulus, cause or conflict of the documents. */
@Command(
        name = "explain",
        description = {
            "Explains a requirement, scenario, case, fault, stimulus, cause or conflict of the documents.",
            "It says what is required, where it is written, and what to look at if it fails."
        },
        mixinStandardHelpOptions = true,
        usageHelpWidth = 80)
final class ExplainCommand implements Runnable {

    private static final int WIDTH = 64;

    /** The form of ids of exchanges and notifications. */
    private static final Pattern EXCHANGE = Pattern.compile("[en]\\d+");

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "ID",
            description = "Id of a requirement, scenario, case, fault, stimulus, cause or row of the dialect table.")
    private String id;

    private Catalogue catalogue;
    private Conflicts conflicts;
    private FaultTable faults;
    private ClientFaultTable clientFaults;

    @Override
    public void run() {
        catalogue = Catalogue.load();
        conflicts = Conflicts.load();
        faults = FaultTable.load();
        clientFaults = ClientFaultTable.load();
        Optional<Requirement> requirement = catalogue.find(id);
        Optional<Scenarios.Described> scenario = Scenarios.find(id);
        Optional<Fault> fault = Faults.named(id);
        Optional<Conflict> conflict = conflicts.find(id);
        Optional<CauseText> cause = CauseTexts.load().find(id);
        Optional<StimulusText> stimulus = StimulusTexts.load().find(id);
        Optional<Scenarios.Described> ofCase = scenario.isPresent() ? Optional.empty() : scenarioOfCase();
        Optional<ClientFaultTable.Entry> clientFault = clientFaults.find(id);
        if (Stream.of(requirement, scenario, fault, clientFault, stimulus, conflict, cause, ofCase)
                .allMatch(Optional::isEmpty)) {
            throw new UsageException(unknown());
        }
        requirement.ifPresent(this::explain);
        scenario.ifPresent(this::explain);
        ofCase.ifPresent(this::explainCase);
        fault.ifPresent(this::explain);
        clientFault.ifPresent(this::explain);
        stimulus.ifPresent(this::explain);
        conflict.ifPresent(this::explain);
        cause.ifPresent(this::explain);
        spec.commandLine().getOut().flush();
    }

    private String unknown() {
        return EXCHANGE.matcher(id).matches()
                ? id + " is an exchange of one run: its report.html shows it"
                : "no requirement, scenario, case, fault, stimulus, cause or conflict is called \"" + id + "\""
                        + new KnownIds().suggestion(id);
    }

    private Optional<Scenarios.Described> scenarioOfCase() {
        return Scenarios.all().stream()
                .filter(scenario ->
                        scenario.cases().stream().anyMatch(one -> one.id().equals(id)))
                .findFirst();
    }

    private void explain(Requirement requirement) {
        line("requirement", requirement.id() + " (" + requirement.level(Dialect.ANY) + ")");
        line("asks", requirement.statement());
        if (requirement.binds() == Side.CLIENT) {
            line("binds", "clients: observe judges it");
        }
        Map<String, String> places = new LinkedHashMap<>();
        for (Source source : requirement.sources()) {
            places.put(source.citation() + " (" + source.level() + ")", source.url());
        }
        places.forEach((place, url) -> {
            line("written in", place);
            line("", url);
        });
        if (requirement.tested()) {
            explainCoverage(requirement);
        } else {
            line(
                    "not judged",
                    requirement.status().word() + ": " + requirement.status().meaning());
            line(
                    requirement.status() == Status.WAITING ? "waits for" : "because",
                    requirement.reason().orElse(""));
        }
    }

    private void explainCoverage(Requirement requirement) {
        line("look at", requirement.lookAt());
        String scenarios = Scenarios.all().stream()
                .filter(scenario -> scenario.requirements().contains(requirement.id()))
                .map(Scenarios.Described::id)
                .collect(Collectors.joining(", "));
        line("exercised by", scenarios.isEmpty() ? "no scenario in particular; judged wherever it applies" : scenarios);
        boolean ofServer = requirement.binds() == Side.SERVER;
        String breaking = String.join(
                ", ", ofServer ? faults.breaking(requirement.id()) : clientFaults.breaking(requirement.id()));
        String none = ofServer ? "no fault of the reference server" : "no fault of a client: it is only reported";
        line("broken by", breaking.isEmpty() ? none : breaking);
    }

    private void explain(Scenarios.Described scenario) {
        line("scenario", scenario.id());
        line("does", scenario.title());
        line("exercises", String.join(", ", scenario.requirements()));
        scenario.cases().forEach(one -> line("case", one.id()));
    }

    private void explainCase(Scenarios.Described scenario) {
        Map<String, String> parameters = scenario.cases().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow()
                .parameters();
        line("case", id);
        line("of scenario", scenario.id() + ": " + scenario.title());
        parameters.forEach((name, value) -> line("with", name + " " + value));
        line("exercises", String.join(", ", scenario.requirements()));
        line("drive it", "bits-conformance run --only " + scenario.id());
    }

    private void explain(Fault fault) {
        line("fault", fault.id());
        line("does", fault.title());
        FaultTable.Entry entry = faults.of(fault);
        line("breaks", String.join(", ", entry.breaks()));
        entry.causes().forEach(cause -> line("cause", cause));
        line("under", "dialect " + entry.dialect());
        line("shown by", String.join(", ", entry.shownBy()));
        line("try it", "bits-conformance serve --fault " + fault.id());
    }

    private void explain(ClientFaultTable.Entry fault) {
        line("fault", id + " of a client");
        line("does", fault.title());
        line("breaks", String.join(", ", fault.breaks()));
        line("under", "dialect " + fault.dialect());
        line("meets", fault.needsNoStimulus() ? "nothing unusual" : "the stimulus " + fault.stimulus());
    }

    private void explain(StimulusText stimulus) {
        line("stimulus", id);
        line("does", stimulus.title());
        line("wanted", stimulus.wants());
        line("right end", stimulus.end().words());
        stimulus.about().forEach(requirement -> line("about", requirement));
        stimulus.written().forEach(place -> line("written in", place));
        line("try it", "bits-conformance observe --stimulus " + id);
    }

    private void explain(Conflict conflict) {
        line("conflict", conflict.id());
        line("about", conflict.topic());
        line("Win32", conflict.win32());
        line("MC-BUP", conflict.mcBup());
        line("judged", conflict.decision());
        conflict.seen().ifPresent(how -> line("seen by", how));
        conflict.unseen().ifPresent(why -> line("not seen", why));
    }

    private void explain(CauseText cause) {
        line("cause", cause.id());
        line("says", cause.title());
        line("change", cause.change());
    }

    private void line(String label, String text) {
        PrintWriter out = spec.commandLine().getOut();
        String lead = label;
        List<String> lines = text.startsWith("http") ? List.of(text) : Wrapped.lines(text, WIDTH);
        for (String line : lines) {
            out.println("%-13s %s".formatted(lead, line));
            lead = "";
        }
    }
}
