package org.bitsconformance.run;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bitsconformance.drive.scenario.Case;
import org.bitsconformance.drive.scenario.LearnedCases;
import org.bitsconformance.drive.scenario.Order;
import org.bitsconformance.drive.scenario.Scenarios;
import org.bitsconformance.machine.Word;
import org.bitsconformance.plan.Plan;
import org.bitsconformance.plan.Selection;
import org.bitsconformance.result.SelectedCase;
import org.bitsconformance.transcript.CaseStart;
import org.bitsconformance.transcript.Scale;
import org.bitsconformance.transcript.Shard;

/**
 * The cases that a plan selects, narrowed by {@code --only} and {@code --skip}. A scenario that is selected only by
 * name needs its whole id in the plan.
 */
final class Selected {

    private Selected() {}

    /** The selected cases of the requested shard, if one is requested. */
    static RunSetup.Cases of(Plan plan, RunRequest.Cases asked, Order order) {
        Optional<Shard> shard = asked.shard().map(text -> RunPreparation.option("--shard", text, Shard::parse));
        List<SelectedCase> all = of(plan, asked.only(), asked.skip());
        Optional<Scale> scale = ScaleOptions.of(asked.scale(), all);
        if (shard.isEmpty()) {
            return new RunSetup.Cases(plan.name(), all, order, RunSetup.Part.WHOLE, scale);
        }
        List<SelectedCase> own = shard.get().partOf(all);
        if (own.isEmpty()) {
            throw new UsageException("--shard " + shard.get() + " leaves no case: " + all.size()
                    + (all.size() == 1 ? " is" : " are") + " selected, so there are at most " + all.size() + " shards");
        }
        return new RunSetup.Cases(plan.name(), own, order, new RunSetup.Part(shard, RunSetup.ids(all)), scale);
    }

    private static List<SelectedCase> of(Plan plan, List<String> only, List<String> skip) {
        List<String> ids = Scenarios.all().stream().map(Scenarios.Described::id).toList();
        Selection ofPlan = plan.select(ids);
        if (!ofPlan.unmatched().isEmpty()) {
            throw new UsageException("plan " + plan.name() + ": no scenario matches "
                    + String.join(", ", ofPlan.unmatched()) + "; see the command list");
        }
        List<String> permitted =
                ofPlan.ids().stream().filter(id -> mayBeDriven(id, plan)).toList();
        List<String> wanted = only.isEmpty() ? List.of("*") : only;
        Selection narrowed = Selection.of(wanted, skip, permitted);
        Selection.of(wanted, skip, ids).unmatched().stream().findFirst().ifPresent(glob -> {
            String option = only.contains(glob) ? "--only " : "--skip ";
            throw new UsageException(option + glob + ": no scenario matches; see the command list");
        });
        if (narrowed.ids().isEmpty()) {
            throw new UsageException(
                    "no scenario is selected: plan " + plan.name() + " with --only and --skip leaves none");
        }
        return Scenarios.all().stream()
                .filter(scenario -> narrowed.ids().contains(scenario.id()))
                .flatMap(Selected::cases)
                .toList();
    }

    /** Words of an alphabet as cases; {@code rest} adds one more, which stands for what was not learned. */
    static List<SelectedCase> words(List<Word> words, String alphabet, boolean rest) {
        Scenarios.Described learned = Scenarios.find(LearnedCases.SCENARIO).orElseThrow();
        return Stream.concat(
                        words.stream().map(word -> LearnedCases.of(word, alphabet)),
                        rest ? Stream.of(LearnedCases.rest()) : Stream.empty())
                .map(one -> selected(learned, one))
                .toList();
    }

    /**
     * The cases with these ids, whatever plan selects them; ids that do not exist are left out.
     *
     * @param earlier the cases of the run that had them: they say what words it drove
     */
    static List<SelectedCase> ofIds(Set<String> ids, List<CaseStart> earlier) {
        Scenarios.Described learned = Scenarios.find(LearnedCases.SCENARIO).orElseThrow();
        Stream<SelectedCase> words = earlier.stream()
                .filter(one -> one.scenario().equals(LearnedCases.SCENARIO))
                .map(one -> selected(learned, new Case(one.caseId(), one.scenario(), one.parameters())));
        return Stream.concat(
                        Scenarios.all().stream()
                                .filter(scenario -> !scenario.equals(learned))
                                .flatMap(Selected::cases),
                        words)
                .filter(one -> ids.contains(one.id()))
                .distinct()
                .toList();
    }

    private static Stream<SelectedCase> cases(Scenarios.Described scenario) {
        return scenario.cases().stream().map(one -> selected(scenario, one));
    }

    private static SelectedCase selected(Scenarios.Described scenario, Case one) {
        return new SelectedCase(one.id(), scenario.id(), scenario.title(), one.parameters(), scenario.requirements());
    }

    private static boolean mayBeDriven(String id, Plan plan) {
        boolean onlyByName =
                Scenarios.find(id).filter(Scenarios.Described::onlyByName).isPresent();
        return !onlyByName || plan.include().contains(id);
    }
}
