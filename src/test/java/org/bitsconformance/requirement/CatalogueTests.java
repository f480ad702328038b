package org.bitsconformance.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumSet;
import java.util.stream.Stream;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.protocol.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTests {

    private static final Catalogue CATALOGUE = Catalogue.load();

    static Stream<Requirement> requirements() {
        return CATALOGUE.all().stream();
    }

    static Stream<Requirement> tested() {
        return CATALOGUE.tested(EnumSet.allOf(Side.class)).stream();
    }

    @Test
    void hasEveryIdOnce() {
        assertThat(CATALOGUE.all())
                .extracting(Requirement::id)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(30);
    }

    @ParameterizedTest
    @MethodSource("requirements")
    void hasAnIdOfWordsAndItsOwnSentence(Requirement requirement) {
        assertThat(requirement.id()).matches("[a-z0-9]+(?:[-.][a-z0-9]+)+");
        assertThat(requirement.statement()).matches("[A-Z0-9](?s:.)*\\.");
    }

    @Test
    void readsItsFilesInOrder() {
        assertThat(CATALOGUE.chapters())
                .extracting(Chapter::file)
                .containsExactly(
                        "requirements.yaml",
                        "messages.yaml",
                        "client.yaml",
                        "server.yaml",
                        "application.yaml",
                        "download.yaml",
                        "win32-packets.yaml",
                        "win32-acks.yaml",
                        "win32-application.yaml",
                        "win32-jobs.yaml",
                        "win32-iis.yaml");
        assertThat(CATALOGUE.chapters())
                .flatExtracting(Chapter::requirements)
                .containsExactlyElementsOf(CATALOGUE.all());
    }

    @Test
    void countsByStatus() {
        assertThat(CATALOGUE.totals())
                .containsOnlyKeys(Status.values())
                .containsEntry(Status.TESTED, CATALOGUE.tested().size());
        assertThat(CATALOGUE.totals(EnumSet.allOf(Side.class)))
                .containsEntry(
                        Status.TESTED,
                        CATALOGUE.tested(EnumSet.allOf(Side.class)).size());
        for (Side side : Side.values()) {
            assertThat(CATALOGUE.totals(EnumSet.of(side)).values().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(CATALOGUE.all().size());
        }
    }

    @Test
    void testsOnlyTheFirstFile() {
        assertThat(CATALOGUE.tested())
                .containsExactlyElementsOf(CATALOGUE.chapters().get(0).requirements());
    }

    @ParameterizedTest
    @MethodSource("tested")
    void saysWhereToLook(Requirement requirement) {
        assertThat(requirement.lookAt()).matches("[A-Z](?s:.)*\\.");
    }

    @ParameterizedTest
    @MethodSource("requirements")
    void citesSectionsAsTheirDocumentDoes(Requirement requirement) {
        assertThat(requirement.sources()).doesNotHaveDuplicates().allSatisfy(source -> {
            String numbers = source.in(Document.MC_BUP) ? "[23](?:\\.\\d+)+" : "\\d+(?:\\.\\d+)*";
            assertThat(source.section()).matches(source.in(Document.WIN32) ? "[a-z]+(?:-[a-z]+)*" : numbers);
        });
    }

    @ParameterizedTest
    @MethodSource("tested")
    void bindsOrIsAShouldInEveryDialect(Requirement requirement) {
        for (Dialect dialect : Dialect.values()) {
            assertThat(requirement.level(dialect)).isNotEqualTo(Level.MAY);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fragment.status.gap, ANY, MUST",
        "fragment.status.gap, WIN32, STATED",
        "fragment.status.gap, MC_BUP, MUST",
        "packet-type.unknown, ANY, MUST",
        "packet-type.unknown, WIN32, SHOULD",
        "answer.http-version, WIN32, MUST",
        "create-session.session-id.form, MC_BUP, MUST",
        "create-session.session-id.form, WIN32, STATED"
    })
    void takesTheLevelOfTheDocumentThatDecides(String id, Dialect dialect, Level level) {
        assertThat(CATALOGUE.get(id).level(dialect)).isEqualTo(level);
    }

    @Test
    void findsExistingEntries() {
        assertThat(CATALOGUE.find("answer.sent")).isPresent();
        assertThat(CATALOGUE.find("answer.unheard-of")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CATALOGUE.get("answer.unheard-of"))
                .withMessage("no requirement has the id answer.unheard-of");
    }

    @Test
    void citesItsSourcesInOneLineAndOnTheWeb() {
        Requirement requirement = CATALOGUE.get("ping.status");

        assertThat(requirement.citations()).isEqualTo("MC-BUP 3.2.5.2.5; Win32 ack-for-ping");
        assertThat(requirement.sources().get(1).url())
                .isEqualTo("https://learn.microsoft.com/en-us/windows/win32/bits/ack-for-ping");
    }
}
