package org.bitsconformance.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.result.Verdict;
import org.bitsconformance.run.UsageException;
import org.bitsconformance.transcript.CaseStart;
import org.bitsconformance.transcript.Declared;
import org.bitsconformance.transcript.Event;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.RecordReader;
import org.bitsconformance.transcript.RecordWriter;
import org.bitsconformance.transcript.RunHeader;
import org.bitsconformance.transcript.http.Request;

/**
 * An earlier run: its record and its report, read from its folder.
 *
 * @param folder of the run
 * @param header its settings
 * @param begun its cases
 * @param methodOverride whether it sent POST instead of BITS_POST
 * @param requirements those of its report
 */
record EarlierRun(
        Path folder, RunHeader header, List<CaseStart> begun, boolean methodOverride, List<JsonNode> requirements) {

    /** Maximum number of cases per requirement. */
    static final int MOST_CASES = 10;

    private static final String REPORT = "report.json";

    /**
     * Reads an earlier run.
     *
     * @throws UsageException when there is no such folder, or it has no record or no report
     */
    static EarlierRun read(String name) {
        Path folder = folder(name);
        try {
            List<Event> events = RecordReader.read(folder.resolve(RecordWriter.FOLDER));
            RunHeader header = events.stream()
                    .filter(RunHeader.class::isInstance)
                    .map(RunHeader.class::cast)
                    .findFirst()
                    .orElseThrow(() -> new IOException("the record has no run"));
            if (header.foreign()) {
                throw new UsageException("somebody else's client sent the packets in " + folder
                        + ": there is nothing that this suite could send again");
            }
            JsonNode report = new ObjectMapper().readTree(folder.resolve(REPORT).toFile());
            return new EarlierRun(
                    folder,
                    header,
                    events.stream()
                            .filter(CaseStart.class::isInstance)
                            .map(CaseStart.class::cast)
                            .toList(),
                    events.stream().anyMatch(EarlierRun::overrides),
                    StreamSupport.stream(report.path("requirements").spliterator(), false)
                            .toList());
        } catch (IOException e) {
            throw new UsageException(name + " is not the folder of a run: its " + REPORT
                    + " or its record in transcript cannot be read: " + e.getMessage());
        }
    }

    /**
     * The ids of the requirements that a case broke, in the order of the report.
     *
     * @throws UsageException when there are none
     */
    List<String> reproducible() {
        List<String> ids = requirements.stream()
                .filter(one -> !cases(one).isEmpty())
                .map(one -> one.path("id").asText())
                .toList();
        if (ids.isEmpty()) {
            throw new UsageException("no case of the run in " + folder + " broke a requirement");
        }
        return ids;
    }

    /**
     * The first cases that broke any of these requirements.
     *
     * @throws UsageException when no case of the run broke one of them; names the possible ones
     */
    Set<String> casesThatBroke(List<String> asked) {
        Set<String> all = new LinkedHashSet<>();
        for (String id : asked) {
            Set<String> broke = requirement(id).map(EarlierRun::cases).orElse(Set.of());
            if (broke.isEmpty()) {
                throw new UsageException(notBroken(id) + "; these can be given: " + String.join(", ", reproducible()));
            }
            all.addAll(broke);
        }
        return all;
    }

    private String notBroken(String id) {
        return requirement(id)
                .map(one -> Verdict.broken(one.path("verdict").asText())
                        ? id + " was broken by the run in " + folder + " as a whole, not by one of its cases"
                        : id + " was not broken in the run in " + folder + ": its verdict there is "
                                + one.path("verdict").asText())
                .orElse("no requirement \"" + id + "\" in " + folder);
    }

    private Optional<JsonNode> requirement(String id) {
        return requirements.stream()
                .filter(one -> one.path("id").asText().equals(id))
                .findFirst();
    }

    private static Set<String> cases(JsonNode requirement) {
        Set<String> cases = new LinkedHashSet<>();
        for (JsonNode finding : requirement.path("findings")) {
            String caseId = finding.path("case").asText();
            if (Verdict.broken(finding.path("verdict").asText()) && !caseId.isEmpty() && cases.size() < MOST_CASES) {
                cases.add(caseId);
            }
        }
        return cases;
    }

    /** A copy that declares nothing about its target. */
    EarlierRun undeclared() {
        return new EarlierRun(folder, header.declaring(Declared.NOTHING), begun, methodOverride, requirements);
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
