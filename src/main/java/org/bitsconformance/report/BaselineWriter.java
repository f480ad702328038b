package org.bitsconformance.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitsconformance.report.text.Explanation;
import org.bitsconformance.report.text.FailingCases;
import org.bitsconformance.report.text.Printable;
import org.bitsconformance.report.text.ReplacedFile;
import org.bitsconformance.result.KnownFailure;
import org.bitsconformance.result.KnownFailureResult;
import org.bitsconformance.result.KnownFailureResult.Fate;
import org.bitsconformance.result.RequirementResult;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.Verdict;

/** Writes the failures of a run as a baseline, so that the next run knows them; see {@code docs/baselines.md}. */
public final class BaselineWriter {

    private static final int LONGEST_REASON = 200;

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .addModule(new Jdk8Module())
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
            .build();

    private BaselineWriter() {}

    private record Document(List<Entry> known) {}

    private record Entry(
            Optional<String> requirement,

            @JsonProperty("case") @JsonInclude(JsonInclude.Include.NON_EMPTY)
            List<String> cases,

            String reason,
            Optional<String> link,
            Optional<String> expires) {

        static Entry of(KnownFailure known) {
            return new Entry(
                    known.requirement(),
                    known.cases(),
                    known.reason(),
                    known.link(),
                    known.expires().map(Object::toString));
        }
    }

    /**
     * Writes an entry for each requirement with failures that were not known, and keeps the given entries, except those
     * that no longer fail. Replaces an existing file in one step, so that nobody sees it half written.
     *
     * @throws IOException when the file cannot be written
     */
    public static void write(RunResult result, Path file) throws IOException {
        ReplacedFile.write(file.toAbsolutePath(), out -> write(result, out));
    }

    static void write(RunResult result, Writer out) throws IOException {
        List<Entry> entries = new ArrayList<>();
        result.baseline().stream()
                .filter(one -> one.fate() != Fate.STALE)
                .map(KnownFailureResult::entry)
                .map(Entry::of)
                .forEach(entries::add);
        result.requirements().stream()
                .flatMap(requirement -> failing(requirement, result).stream())
                .forEach(entries::add);
        entries.sort(Comparator.comparing((Entry entry) -> entry.requirement().orElse(""))
                .thenComparing(entry -> String.join(",", entry.cases())));
        out.write(comment(result));
        out.write(YAML.writeValueAsString(new Document(entries)));
    }

    private static Optional<Entry> failing(RequirementResult requirement, RunResult result) {
        FailingCases failing = FailingCases.of(requirement, result);
        return requirement.findings().stream()
                .filter(FailingCases::fails)
                .findFirst()
                .map(first -> new Entry(
                        Optional.of(requirement.requirement().id()),
                        failing.globs(),
                        oneLine("Seen on " + date(result) + ": " + Explanation.sentence(first)),
                        Optional.empty(),
                        Optional.empty()));
    }

    private static String comment(RunResult result) {
        StringBuilder comment = new StringBuilder();
        Stream.of(
                        "Known failures, written by " + result.header().origin().suite() + " on " + date(result),
                        "from a run of plan " + result.header().cases().planAndShard() + " against "
                                + result.header().target().url(),
                        "Say in each reason why the failure is tolerated; docs/baselines.md describes the keys.")
                .map(BaselineWriter::oneLine)
                .forEach(line -> comment.append("# ").append(line).append('\n'));
        if (incomplete(result)) {
            comment.append("# The run was incomplete: what it did not judge is not here.\n");
        }
        return comment.toString();
    }

    /** Includes what a failure hides in the verdict of its requirement: once the failure is known, it shows. */
    private static boolean incomplete(RunResult result) {
        return result.requirements().stream()
                .flatMap(requirement -> requirement.findings().stream())
                .anyMatch(finding -> finding.verdict() == Verdict.INCOMPLETE);
    }

    private static String date(RunResult result) {
        return result.header()
                .origin()
                .startedAt()
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .toString();
    }

    private static String oneLine(String text) {
        return Printable.line(Printable.cut(text, LONGEST_REASON)).strip();
    }
}
