package org.bitsconformance.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.run.UsageException;
import org.bitsconformance.transcript.Declared;
import org.bitsconformance.transcript.Event;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.RecordReader;
import org.bitsconformance.transcript.Request;
import org.bitsconformance.transcript.RunHeader;

/**
 * A run that was: its record and its report, from its folder.
 *
 * @param folder of the run
 * @param header what it was told
 * @param methodOverride whether it sent POST in the place of BITS_POST
 * @param requirements those of its report
 */
record EarlierRun(Path folder, RunHeader header, boolean methodOverride, List<JsonNode> requirements) {

    /** How many cases of a requirement are looked at. */
    static final int MOST_CASES = 10;

    private static final String REPORT = "report.json";
    private static final Set<String> BROKEN = Set.of("fail", "unstable", "warn", "known");

    /**
     * Reads it.
     *
     * @throws UsageException when there is no such folder, or it has no record or no report
     */
    static EarlierRun read(String name) {
        Path folder = folder(name);
        try {
            List<Event> events = RecordReader.read(folder.resolve("transcript"));
            RunHeader header = events.stream()
                    .filter(RunHeader.class::isInstance)
                    .map(RunHeader.class::cast)
                    .findFirst()
                    .orElseThrow(() -> new IOException("the record has no run"));
            JsonNode report = new ObjectMapper().readTree(folder.resolve(REPORT).toFile());
            return new EarlierRun(
                    folder,
                    header,
                    events.stream().anyMatch(EarlierRun::overrides),
                    StreamSupport.stream(report.path("requirements").spliterator(), false)
                            .toList());
        } catch (IOException e) {
            throw new UsageException(name + " is not the folder of a run: its " + REPORT
                    + " or its record in transcript cannot be read: " + e.getMessage());
        }
    }

    /**
     * The first cases that broke a requirement.
     *
     * @throws UsageException when there is no such requirement, or no case of the run broke it
     */
    Set<String> casesThatBroke(String requirement) {
        JsonNode found = requirements.stream()
                .filter(one -> one.path("id").asText().equals(requirement))
                .findFirst()
                .orElseThrow(() -> new UsageException("no requirement \"" + requirement + "\" in " + folder
                        + Suggestion.among(
                                requirement,
                                requirements.stream().map(one -> one.path("id").asText()))));
        Set<String> cases = new LinkedHashSet<>();
        boolean broken = false;
        for (JsonNode finding : found.path("findings")) {
            if (BROKEN.contains(finding.path("verdict").asText())) {
                broken = true;
                if (!finding.path("case").asText().isEmpty() && cases.size() < MOST_CASES) {
                    cases.add(finding.path("case").asText());
                }
            }
        }
        if (!broken) {
            throw new UsageException(requirement + " was not broken in the run in " + folder + ": its verdict there is "
                    + found.path("verdict").asText());
        }
        if (cases.isEmpty()) {
            throw new UsageException(requirement
                    + " was broken by the run as a whole, and by no case of it: drive the plan again with run");
        }
        return cases;
    }

    /** The same run, of whose target nothing was declared. */
    EarlierRun undeclared() {
        RunHeader other = new RunHeader(
                header.format(),
                header.suite(),
                header.startedAt(),
                header.url(),
                header.mode(),
                header.readback(),
                header.dialect(),
                header.plan(),
                header.selected(),
                header.timeoutMillis(),
                header.maxUpload(),
                header.maxFragment(),
                Declared.NOTHING,
                header.order(),
                header.strict());
        return new EarlierRun(folder, other, methodOverride, requirements);
    }

    private static Path folder(String name) {
        try {
            Path folder = Path.of(name);
            if (Files.isDirectory(folder)) {
                return folder;
            }
            throw new UsageException(name + ": no such folder; give the folder of a run, with its report.json");
        } catch (InvalidPathException e) {
            throw new UsageException("\"" + name + "\" is not a valid path");
        }
    }

    private static boolean overrides(Event event) {
        return event instanceof Exchange exchange
                && exchange.purpose() == Purpose.PROBE
                && Request.parse(exchange.request()).headers().has(BitsHeaders.METHOD_OVERRIDE);
    }
}
