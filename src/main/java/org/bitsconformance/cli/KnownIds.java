package org.bitsconformance.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bitsconformance.cli.console.Suggestion;
import org.bitsconformance.drive.scenario.Case;
import org.bitsconformance.drive.scenario.Scenarios;
import org.bitsconformance.plan.Selection;
import org.bitsconformance.reference.client.ClientFault;
import org.bitsconformance.reference.client.ClientFaults;
import org.bitsconformance.reference.fault.Fault;
import org.bitsconformance.reference.fault.Faults;
import org.bitsconformance.requirement.Catalogue;
import org.bitsconformance.requirement.CauseText;
import org.bitsconformance.requirement.CauseTexts;
import org.bitsconformance.requirement.Conflict;
import org.bitsconformance.requirement.Conflicts;
import org.bitsconformance.requirement.Requirement;
import org.bitsconformance.requirement.StimulusTexts;
import org.bitsconformance.run.UsageException;

/** Every id that the console prints, by kind: scenarios, requirements, faults, stimuli, causes, conflicts, cases. */
final class KnownIds {

    /** Maximum number of suggestions per kind. */
    private static final int MOST_OF_A_KIND = 2;

    private static final String CASE = "case";

    private final List<Kind> kinds = List.of(
            new Kind("scenario", ids(Scenarios.all(), Scenarios.Described::id)),
            new Kind("requirement", ids(Catalogue.load().all(), Requirement::id)),
            new Kind("fault", ids(Faults.all(), Fault::id)),
            new Kind("fault", ids(ClientFaults.all(), ClientFault::id)),
            new Kind("stimulus", List.copyOf(StimulusTexts.load().all().keySet())),
            new Kind("cause", ids(CauseTexts.load().all(), CauseText::id)),
            new Kind("conflict", ids(Conflicts.load().all(), Conflict::id)),
            new Kind(
                    CASE,
                    Scenarios.all().stream()
                            .flatMap(scenario -> scenario.cases().stream().map(Case::id))
                            .toList()));

    /** A kind of ids, and all its ids. */
    private record Kind(String word, List<String> ids) {

        String named(String id) {
            return "the " + word + " \"" + id + "\"";
        }
    }

    private static <T> List<String> ids(List<T> all, Function<T, String> id) {
        return all.stream().map(id).toList();
    }

    /**
     * Suggestions such as {@code ; did you mean the scenario "ping"?}: the nearest id, and up to two ids of each kind
     * that contain the word. Empty if there are none. Cases are left out if their scenario is suggested.
     */
    String suggestion(String wrong) {
        String word = wrong.replaceAll("[*?]", "").toLowerCase(Locale.ROOT);
        Set<String> named = new LinkedHashSet<>();
        nearest(word).ifPresent(named::add);
        for (Kind kind : kinds) {
            kind.ids().stream()
                    .filter(id -> !word.isEmpty() && id.contains(word))
                    .filter(id -> !kind.word().equals(CASE) || named.isEmpty())
                    .limit(MOST_OF_A_KIND)
                    .forEach(id -> named.add(kind.named(id)));
        }
        return named.isEmpty() ? "" : "; did you mean " + either(new ArrayList<>(named)) + "?";
    }

    /**
     * Checks whether each glob matches a scenario. Other ids are read only if one matches none.
     *
     * @param option that was given, such as {@code --only}
     * @throws UsageException for the first that matches none; it says what else has this id, or which ids are near
     */
    static void checkScenarios(String option, List<String> globs) {
        List<String> scenarios = ids(Scenarios.all(), Scenarios.Described::id);
        for (String glob : Selection.of(globs, List.of(), scenarios).unmatched()) {
            String better = new KnownIds().suggestion(glob);
            String hint = elsewhere(glob).orElse(better.isEmpty() ? "; see the command list" : better);
            throw new UsageException(option + " " + glob + ": no scenario matches" + hint);
        }
    }

    /** What an id that is not a scenario's stands for, and which scenarios belong to it. */
    private static Optional<String> elsewhere(String id) {
        Optional<String> ofCase = Scenarios.all().stream()
                .filter(scenario ->
                        scenario.cases().stream().anyMatch(one -> one.id().equals(id)))
                .map(scenario -> "; it is a case of the scenario \"" + scenario.id() + "\"")
                .findFirst();
        List<String> exercising = Scenarios.all().stream()
                .filter(scenario -> scenario.requirements().contains(id))
                .map(Scenarios.Described::id)
                .toList();
        return ofCase.or(() -> exercising.isEmpty()
                ? Optional.empty()
                : Optional.of("; it is a requirement, exercised by " + String.join(", ", exercising)));
    }

    private Optional<String> nearest(String word) {
        return Suggestion.nearest(word, kinds.stream().flatMap(kind -> kind.ids().stream()))
                .flatMap(id -> kinds.stream()
                        .filter(kind -> kind.ids().contains(id))
                        .map(kind -> kind.named(id))
                        .findFirst());
    }

    private static String either(List<String> words) {
        int last = words.size() - 1;
        return last == 0 ? words.get(0) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }
}
