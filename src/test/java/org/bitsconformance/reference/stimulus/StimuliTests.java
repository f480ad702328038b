package org.bitsconformance.reference.stimulus;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bitsconformance.observe.UploadClient;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.ReferenceOptions;
import org.bitsconformance.reference.ReferenceServer;
import org.bitsconformance.reference.TestData;
import org.bitsconformance.reference.server.Protection.User;
import org.bitsconformance.requirement.Catalogue;
import org.bitsconformance.requirement.StimulusText;
import org.bitsconformance.requirement.StimulusText.End;
import org.bitsconformance.requirement.StimulusTexts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A right client meets each stimulus, with a file of one fragment and with one of several. */
class StimuliTests {

    private static final byte[] FILE = TestData.bytes(40_000).array();
    private static final User USER = new User("observer", "secret", true);

    /** Those that make a client wait are met once. */
    private static final Set<String> WAITING =
            Set.of("answer-late", "answer-never", "host-gone", "host-gone-no-fallback");

    private static ReferenceServer server;

    @BeforeAll
    static void start() {
        server = ReferenceServer.start(
                ReferenceOptions.conformant(Document.MC_BUP).confronting(new Confronting(Optional.empty(), USER)));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void eachHasAText() {
        assertThat(Stimuli.all().stream().map(Stimulus::id))
                .containsExactlyInAnyOrderElementsOf(StimulusTexts.load().all().keySet());
    }

    @Test
    void textsNameRequirementsOfTheCatalogue() {
        Catalogue catalogue = Catalogue.load();
        assertThat(StimulusTexts.load().all().values().stream()
                        .flatMap(text -> text.about().stream())
                        .filter(id -> catalogue.find(id).isEmpty()))
                .isEmpty();
    }

    @Test
    void titlesFitOnALine() {
        assertThat(StimulusTexts.load().all().values().stream().map(StimulusText::title))
                .allSatisfy(title -> assertThat(title).hasSizeLessThan(120).doesNotEndWith("."));
    }

    static Stream<Arguments> uploads() {
        return Stimuli.all().stream()
                .flatMap(stimulus -> Stream.of(15_000, FILE.length)
                        .filter(fragment -> fragment < FILE.length || !WAITING.contains(stimulus.id()))
                        .map(fragment -> Arguments.of(stimulus.id(), fragment)));
    }

    @ParameterizedTest
    @MethodSource("uploads")
    void aRightClientEndsRight(String id, int fragment) throws Exception {
        URI url = server.stimulusUrl(id, "of-" + fragment);
        End end = StimulusTexts.load().find(id).orElseThrow().end();

        String problem = upload(url, fragment, "observer:secret", Set.of());

        assertThat(server.hasConfronted(url)).as("met").isEqualTo(!id.equals("none"));
        switch (end) {
            case ARRIVES -> {
                assertThat(problem).isEmpty();
                assertThat(server.stored(url)).hasValue(FILE);
            }
            case GIVES_UP -> {
                assertThat(problem).isNotEmpty();
                assertThat(server.stored(url)).isEmpty();
            }
            case EITHER -> assertThat(server.stored(url).isPresent()).isEqualTo(problem.isEmpty());
        }
    }

    /** What a right client sees: packets by their first letters with their ranges, statuses, and offsets. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            none | 20000 | Cr 200, Fr0-19999 200>20000, Fr20000-39999 200>40000, Cl 200
            range-middle | 20000 | Cr 200, Fr0-19999 416>10000, Fr10000-29999 200>30000, Fr30000-39999 200>40000, Cl 200
            range-behind | 20000 | Cr 200, Fr0-19999 200>20000, Fr20000-39999 416>10000, Fr10000-29999 200>30000, Fr30000-39999 200>40000, Cl 200
            range-behind | 40000 | Cr 200, Fr0-39999 200>20000, Fr20000-39999 416>10000, Fr10000-39999 200>40000, Cl 200
            range-start | 20000 | Cr 200, Fr0-19999 200>20000, Fr20000-39999 416>0, Fr0-19999 200>20000, Fr20000-39999 200>40000, Cl 200
            range-ahead | 20000 | Cr 200, Fr0-19999 416>20000, Fr20000-39999 200>40000, Cl 200
            range-half-taken | 40000 | Cr 200, Fr0-39999 200>20000, Fr20000-39999 200>40000, Cl 200
            range-beyond-end | 20000 | Cr 200, Fr0-19999 200>41000
            range-missing | 20000 | Cr 200, Fr0-19999 200
            session-unknown | 20000 | Cr 200, Fr0-19999 200>20000, Fr20000-39999 500, Cr 200, Fr0-19999 200>20000, Fr20000-39999 200>40000, Cl 200
            session-unknown | 40000 | Cr 200, Fr0-39999 200>20000, Fr20000-39999 500, Cr 200, Fr0-39999 200>40000, Cl 200
            session-unknown-at-first | 40000 | Cr 200, Fr0-39999 500, Cr 200, Fr0-39999 200>40000, Cl 200
            session-unknown-twice | 40000 | Cr 200, Fr0-39999 500, Cr 200, Fr0-39999 500, Cr 200, Fr0-39999 200>40000, Cl 200
            session-unknown-at-close | 40000 | Cr 200, Fr0-39999 200>40000, Cl 500, Cr 200, Fr0-39999 200>40000, Cl 200
            create-201 | 40000 | Cr 201, Fr0-39999 200>40000, Cl 200
            create-other-protocol | 40000 | Cr 200
            create-no-session-id | 40000 | Cr 200
            refused-403 | 40000 | Cr 403
            refused-409 | 40000 | Cr 409
            uploads-disabled | 40000 | Cr 501
            fragment-invalid | 40000 | Cr 200, Fr0-39999 400>0
            fragment-too-large | 40000 | Cr 200, Fr0-39999 500>0
            fragment-413-limit | 40000 | Cr 200, Fr0-39999 413>0, Fr0-19999 200>20000, Fr20000-39999 200>40000, Cl 200
            fragment-500-once | 40000 | Cr 200, Fr0-39999 500, Fr0-39999 200>40000, Cl 200
            fragment-503-once | 40000 | Cr 200, Fr0-39999 503, Fr0-39999 200>40000, Cl 200
            close-404 | 40000 | Cr 200, Fr0-39999 200>40000, Cl 404
            application-408-once | 40000 | Cr 200, Fr0-39999 408>0, Fr0-39999 200>40000, Cl 200
            application-404 | 40000 | Cr 200, Fr0-39999 404>0
            ack-lost | 20000 | Cr 200, lost, Fr0-19999 416>20000, Fr20000-39999 200>40000, Cl 200
            ack-lost-of-last | 40000 | Cr 200, lost, Fr0-39999 200>40000, Cl 200
            ack-lost-of-close | 40000 | Cr 200, Fr0-39999 200>40000, lost, Cl 500, Cr 200, Fr0-39999 200>40000, Cl 200
            ack-cut | 20000 | Cr 200, lost, Fr0-19999 416>20000, Fr20000-39999 200>40000, Cl 200
            fragment-cut | 20000 | Cr 200, lost, Fr0-19999 200>20000, Fr20000-39999 200>40000, Cl 200
            fragment-cut-kept | 20000 | Cr 200, lost, Fr0-19999 416>10000, Fr10000-29999 200>30000, Fr30000-39999 200>40000, Cl 200
            credentials-basic | 40000 | Cr 401, Cr 200, Fr0-39999 200>40000, Cl 200
            credentials-refused | 40000 | Cr 401, Cr 401
            redirect | 40000 | Cr 307
            """)
    void happensAsItsTitleSays(String id, int fragment, String seen) throws Exception {
        URI url = server.stimulusUrl(id, "seen-" + fragment);
        UploadClient client = new UploadClient(url, FILE, fragment, "observer:secret", Set.of());
        client.upload();
        assertThat(String.join(", ", client.seen())).isEqualTo(seen);
    }

    @Test
    void whoHasNoCredentialsGivesUp() throws Exception {
        for (String id : List.of("credentials-basic", "credentials-digest")) {
            URI url = server.stimulusUrl(id, "without");
            assertThat(upload(url, 15_000, "", Set.of())).isEqualTo("HTTP 401 ");
            assertThat(upload(url, 15_000, "observer:wrong", Set.of())).isEqualTo("HTTP 401 ");
            assertThat(server.stored(url)).isEmpty();
        }
    }

    @Test
    void anUploadAfterAFinishedOneMeetsTheStimulusAgain() throws Exception {
        URI url = server.stimulusUrl("session-unknown-at-first", "again");
        for (int i = 0; i < 2; i++) {
            assertThat(upload(url, 15_000, "", Set.of())).isEmpty();
            assertThat(upload(url, 15_000, "", Set.of(UploadClient.Wrong.NEVER_RESTARTS)))
                    .isEqualTo("unknown session");
        }
    }

    @Test
    void anUnknownStimulusIsNotFound() throws Exception {
        assertThat(upload(server.stimulusUrl("no-such", "a"), 15_000, "", Set.of()))
                .isEqualTo("HTTP 404 ");
    }

    @Test
    void otherPathsMeetTheStimulusOfTheServer() throws Exception {
        Stimulus lost = Stimuli.named("range-start").orElseThrow();
        try (ReferenceServer other = ReferenceServer.start(
                ReferenceOptions.conformant(Document.MC_BUP).confronting(new Confronting(Optional.of(lost), USER)))) {
            URI url = other.uploadUrl().resolve("a");
            assertThat(upload(url, 15_000, "", Set.of())).isEmpty();
            assertThat(other.hasConfronted(url)).isTrue();
        }
    }

    private static String upload(URI url, int fragment, String user, Set<UploadClient.Wrong> wrong) throws Exception {
        return new UploadClient(url, FILE, fragment, user, wrong).upload();
    }
}
