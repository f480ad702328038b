package org.bitsconformance.cli;

import java.io.PrintWriter;
import java.util.List;
import org.bitsconformance.cli.console.Wrapped;
import org.bitsconformance.result.SelectedCase;
import org.bitsconformance.run.RunPreparation;
import org.bitsconformance.run.RunRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code list}: what a plan selects. */
@Command(
        name = "list",
        description = "Lists the scenarios and cases that a plan selects, without sending anything.",
        mixinStandardHelpOptions = true,
        usageHelpWidth = 80)
final class ListCommand implements Runnable {

    private static final int WIDTH = 80;

    @Spec
    private CommandSpec spec;

    @Mixin
    private SelectionOptions selection;

    @Override
    public void run() {
        RunRequest request = RunRequest.ofProperties(name -> null).selecting(selection.cases());
        List<SelectedCase> cases = RunPreparation.select(request);
        PrintWriter out = spec.commandLine().getOut();
        String scenario = "";
        for (SelectedCase one : cases) {
            if (!one.scenario().equals(scenario)) {
                scenario = one.scenario();
                Wrapped.entry(scenario, one.scenarioTitle(), WIDTH).forEach(out::println);
            }
            out.println("  " + one.id());
        }
        long scenarios = cases.stream().map(SelectedCase::scenario).distinct().count();
        out.println(scenarios + " scenarios, " + cases.size() + " cases");
        out.flush();
    }
}
