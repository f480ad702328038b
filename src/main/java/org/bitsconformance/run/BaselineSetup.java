package org.bitsconformance.run;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bitsconformance.drive.scenario.Case;
import org.bitsconformance.drive.scenario.LearnedCases;
import org.bitsconformance.drive.scenario.Scenarios;
import org.bitsconformance.plan.BaselineEntry;
import org.bitsconformance.plan.Nearest;
import org.bitsconformance.plan.Selection;
import org.bitsconformance.requirement.Catalogue;
import org.bitsconformance.requirement.Requirement;
import org.bitsconformance.requirement.StimulusTexts;
import org.bitsconformance.result.Baseline;
import org.bitsconformance.result.KnownFailure;
import org.bitsconformance.result.SelectedCase;

/**
 * The checked values of {@code --baseline} and {@code --write-baseline}.
 *
 * @param known the known failures
 * @param write where to write the failures of the run as a baseline
 */
public record BaselineSetup(Baseline known, Optional<Path> write) {

    /** Reads and checks both options; refuses an entry that matches no id, or that expired before {@code today}. */
    public static BaselineSetup of(Optional<String> known, Optional<String> write, LocalDate today) {
        return new BaselineSetup(
                known.map(file -> checked(org.bitsconformance.plan.BaselineEntries.load(file, today)))
                        .orElse(Baseline.NONE),
                write.map(BaselineSetup::writable));
    }

    private static Baseline checked(org.bitsconformance.plan.BaselineEntries file) {
        List<String> requirements =
                Catalogue.load().all().stream().map(Requirement::id).toList();
        Stream<String> others = file.entries().stream()
                .flatMap(entry -> entry.cases().stream())
                .filter(id -> LearnedCases.isWord(id) || SelectedCase.isNumberedUpload(id));
        List<String> cases = Stream.of(
                        Scenarios.all().stream()
                                .flatMap(scenario -> scenario.cases().stream())
                                .map(Case::id),
                        StimulusTexts.load().all().keySet().stream().map(SelectedCase::ofStimulus),
                        others)
                .flatMap(ids -> ids)
                .distinct()
                .toList();
        return new Baseline(file.entries().stream()
                .map(entry -> checked(file.file() + ":" + entry.line(), entry, requirements, cases))
                .toList());
    }

    private static KnownFailure checked(
            String place, BaselineEntry entry, List<String> requirements, List<String> cases) {
        return new KnownFailure(
                place,
                new KnownFailure.Scope(
                        entry.requirement(),
                        entry.cases(),
                        matches(
                                place,
                                "requirement",
                                entry.requirement().stream().toList(),
                                requirements),
                        matches(place, "case", entry.cases(), cases)),
                entry.reason(),
                entry.link(),
                entry.expires());
    }

    private static Set<String> matches(String place, String what, List<String> globs, Collection<String> ids) {
        Selection selection = Selection.of(globs, List.of(), ids);
        selection.unmatched().stream().findFirst().ifPresent(glob -> {
            String hint = Nearest.to(glob, ids)
                    .map(id -> "did you mean \"" + id + "\"?")
                    .orElse("see the command " + (what.equals("case") ? "list" : "requirements"));
            throw new UsageException(place + ": no " + what + " matches \"" + glob + "\"; " + hint);
        });
        return new HashSet<>(selection.ids());
    }

    private static Path writable(String name) {
        Path file = path(name);
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
        if (Files.isDirectory(file)) {
            throw refused(name, "is a folder, not a file");
        }
        if (!Files.isDirectory(folder)) {
            throw refused(name, "cannot be written: there is no folder " + folder);
        }
        if (!Files.isWritable(folder)) {
            throw refused(name, "cannot be written: the folder " + folder + " does not permit it");
        }
        return file;
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw refused(name, "is not a valid file name");
        }
    }

    private static UsageException refused(String name, String problem) {
        return new UsageException("--write-baseline " + name + " " + problem);
    }
}
