package org.bitsconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.bitsconformance.observe.UploadClient;
import org.bitsconformance.transcript.CaseStart;
import org.bitsconformance.transcript.ClientEnded;
import org.bitsconformance.transcript.ClientEnded.Arrived;
import org.bitsconformance.transcript.Event;
import org.bitsconformance.transcript.RecordReader;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code observe -- COMMAND}: a client program, right or wrong, meets stimuli. */
@Order(2)
class ObservedClientTests {

    @TempDir
    Path folder;

    @Test
    void tellsStimulusByStimulusHowAClientEnded() {
        CommandOutput output = observe(List.of("none", "range-middle", "refused-403"));

        assertThat(output.exitCode()).isZero();
        assertThat(output.out().lines())
                .contains(
                        "client java: conformant (3 uploads)",
                        "client:       java, 3 stimuli",
                        "none                        exit 0, the file arrived (5 packets)",
                        "range-middle                exit 0, the file arrived (6 packets)",
                        "refused-403                 exit 1, nothing arrived (1 packet)");
        assertThat(ends())
                .extracting(ClientEnded::arrived)
                .containsExactly(Arrived.COMPLETE, Arrived.COMPLETE, Arrived.NOTHING);
        assertThat(of(CaseStart.class))
                .extracting(CaseStart::caseId)
                .containsExactly(
                        "observed.stimulus=none", "observed.stimulus=range-middle", "observed.stimulus=refused-403");
        assertThat(of(CaseStart.class).get(1).parameters())
                .containsEntry("client", "java")
                .containsEntry("stimulus", "range-middle")
                .containsEntry("path", "/stimulus/range-middle/upload.bin");
    }

    @Test
    void keepsWhatAClientPrints() throws IOException {
        observe(List.of("none", "refused-403"));

        assertThat(folder.resolve("out/client-output/none.txt")).hasContent("uploaded\n");
        assertThat(folder.resolve("out/client-output/refused-403.txt")).hasContent("HTTP 403 80070005\n");
    }

    @Test
    void reportsSayWhatAClientMetAndDid() throws IOException {
        observe(List.of("range-middle", "refused-403"));

        JsonNode report =
                new ObjectMapper().readTree(folder.resolve("out/report.json").toFile());
        JsonNode first = report.at("/scenarios/0/cases/0/observed");
        assertThat(first.at("/stimulus").asText()).isEqualTo("range-middle");
        assertThat(first.at("/wanted").asText()).isEqualTo("The client goes on from the offset that the answer names.");
        assertThat(first.at("/rightEnd").asText()).isEqualTo("arrives");
        assertThat(first.at("/exitCode").asInt(-1)).isZero();
        assertThat(first.at("/arrived").asText()).isEqualTo("complete");
        assertThat(first.at("/did").asText())
                .isEqualTo(
                        "sent Create-Session, Fragment (4 times), Close-Session; ended with exit code 0, and the file"
                                + " arrived");
        assertThat(text(folder.resolve("out/summary.md")))
                .contains(
                        "| refused-403 | the client ends with an error | sent Create-Session; ended with exit code 1,");
        assertThat(text(folder.resolve("out/report.html")))
                .contains("<dt>right end</dt><dd>the client ends with an error</dd>");
        try (InputStream schema = getClass().getResourceAsStream("/schema/report-1.schema.json")) {
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(schema, InputFormat.JSON)
                            .validate(text(folder.resolve("out/report.json")), InputFormat.JSON))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "IGNORES_OFFSETS, range-middle, client.fragment.next",
        "NEVER_RESTARTS, session-unknown, client.session-not-found.restart",
        "IGNORES_CLOSE, close-404, client.error.invalid",
        "CLAIMS_SUCCESS, refused-403, client.error.access"
    })
    void aWrongClientIsNonconformant(String wrong, String stimulus, String requirement) {
        isNonconformant(wrong, stimulus, requirement);
    }

    @Tag("long")
    @ParameterizedTest
    @CsvSource({
        "IGNORES_OFFSETS, range-no-number, client.answer.checked",
        "IGNORES_HOST_ID, host-name, client.host-id.followed",
        "IGNORES_HOST_ID, host-port, client.host-id.followed",
        "IGNORES_CLOSE, session-unknown-at-close, client.success",
        "CLAIMS_SUCCESS, web-page, client.answer.checked",
        "CLAIMS_SUCCESS, range-beyond-end, client.success"
    })
    void aWrongClientIsNonconformantWithOtherStimuli(String wrong, String stimulus, String requirement) {
        isNonconformant(wrong, stimulus, requirement);
    }

    private void isNonconformant(String wrong, String stimulus, String requirement) {
        CommandOutput output = observe(List.of(stimulus), wrong);

        assertThat(output.exitCode()).isEqualTo(1);
        assertThat(output.out())
                .contains(
                        "FAIL " + requirement,
                        "in case     observed.stimulus=" + stimulus,
                        "client java: nonconformant");
    }

    @Test
    void knownFailuresAreExcused() throws IOException {
        Path known = folder.resolve("known.yaml");
        Files.writeString(known, """
            known:
              - requirement: client.error.access
                case: observed.stimulus=refused-403
                reason: It is being repaired
            """);
        List<String> words = new ArrayList<>(
                List.of("observe", "--out", out(), "--stimulus", "refused-403", "--baseline", known.toString(), "--"));
        words.addAll(client("100000", "CLAIMS_SUCCESS"));

        assertThat(CommandOutput.of(words.toArray(String[]::new)).out()).contains("verdict: conformant", "1 known");
    }

    @Test
    void givesCredentialsToAClientThatTakesThem() throws IOException {
        List<String> words = new ArrayList<>(
                List.of("observe", "--out", out(), "--stimulus", "credentials-*", "--user", "me:long-secret", "--"));
        words.addAll(client("100000", "user={user}:{password}"));
        CommandOutput output = CommandOutput.of(words.toArray(String[]::new));

        assertThat(output.out().lines())
                .contains(
                        "credentials-basic           exit 0, the file arrived (6 packets)",
                        "credentials-digest          exit 0, the file arrived (6 packets)",
                        "credentials-refused         exit 1, nothing arrived (2 packets)");
        try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
            assertThat(files.filter(Files::isRegularFile).map(ObservedClientTests::text))
                    .noneMatch(text -> text.contains("long-secret"));
        }
    }

    @Test
    void killsAClientThatDoesNotEnd() {
        CommandOutput output =
                odd(List.of("--stimulus", "none", "--client-timeout", "700ms"), "hang", "{url}", "{file}");

        assertThat(output.out()).contains("none                        killed, nothing arrived (0 packets)");
        assertThat(output.exitCode()).isEqualTo(3);
        assertThat(output.out())
                .contains("No BITS packet passed: the client sent nothing to the URL that it was given");
    }

    @Test
    void aClientThatIsKilledBeforeItsFileHasArrivedIsIncomplete() {
        CommandOutput output =
                odd(List.of("--stimulus", "none", "--client-timeout", "6s"), "create", "hang", "{url}", "{file}", "-");

        assertThat(output.out()).contains("killed, nothing arrived (1 packet)", "client java: incomplete (1 upload)");
        assertThat(output.exitCode()).isEqualTo(3);
        assertThat(text(folder.resolve("out/transcript/events.jsonl")))
                .contains("the client was killed after ", ", before the file had arrived");
    }

    @Test
    void whatDidNotHappenIsNotReportedAsHappened() {
        CommandOutput output = odd(List.of("--stimulus", "fragment-cut"), "create", "1", "{url}", "{file}", "-");

        assertThat(output.out())
                .contains("fragment-cut                exit 1, nothing arrived (1 packet); ended before it happened");
        assertThat(text(folder.resolve("out/report.json")))
                .contains("\"happened\" : \"Nothing yet when the client ended. It would have been: The connection is"
                        + " cut");
    }

    @Test
    void stimuliThatNobodyMetMakeAnObservationIncomplete() throws IOException {
        observe(List.of("none", "range-middle"));
        Path record = folder.resolve("out/transcript/events.jsonl");
        List<String> events = Files.readAllLines(record);
        int second = events.indexOf(events.stream()
                .filter(line -> line.contains("\"event\":\"case\"") && line.contains("range-middle"))
                .findFirst()
                .orElseThrow());
        Files.write(record, events.subList(0, second));
        CommandOutput output = again();

        assertThat(output.out()).contains("1 incomplete", "client java: incomplete (1 upload)");
        assertThat(output.exitCode()).isEqualTo(3);
    }

    @Test
    void noCredentialsAreInWhatAClientPrints() {
        String pair = Base64.getEncoder().encodeToString("bob:abc".getBytes(StandardCharsets.UTF_8));
        odd(
                List.of("--stimulus", "none", "--user", "bob:abc"),
                "create",
                "1",
                "{url}",
                "{file}",
                "pw={password} > Authorization: Digest response=\"f00\"\n" + pair + "\nend");

        assertThat(text(folder.resolve("out/client-output/none.txt")))
                .contains("pw=***", "> Authorization: ***", "end")
                .doesNotContain("abc", "f00", pair);
    }

    /** Judges the record again. */
    private CommandOutput again() {
        return CommandOutput.of("judge", out(), "--out", folder.resolve("again").toString());
    }

    private CommandOutput odd(List<String> options, String... arguments) {
        List<String> words = new ArrayList<>(List.of("observe", "--out", out()));
        words.addAll(options);
        words.addAll(List.of("--", "java", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        words.add("org.bitsconformance.observe.OddProgram");
        words.addAll(List.of(arguments));
        return CommandOutput.of(words.toArray(String[]::new));
    }

    private CommandOutput observe(List<String> stimuli, String... wrong) {
        List<String> words = new ArrayList<>(List.of("observe", "--out", out()));
        stimuli.forEach(id -> words.addAll(List.of("--stimulus", id)));
        words.add("--");
        words.addAll(
                client(Stream.concat(Stream.of("100000"), Arrays.stream(wrong)).toArray(String[]::new)));
        return CommandOutput.of(words.toArray(String[]::new));
    }

    private static List<String> client(String... arguments) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                UploadClient.class.getName(),
                "{url}",
                "{file}"));
        words.addAll(List.of(arguments));
        return words;
    }

    private String out() {
        return folder.resolve("out").toString();
    }

    private List<ClientEnded> ends() {
        return of(ClientEnded.class);
    }

    private <T extends Event> List<T> of(Class<T> type) {
        try {
            return RecordReader.read(folder.resolve("out/transcript")).stream()
                    .filter(type::isInstance)
                    .map(type::cast)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
