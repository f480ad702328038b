package org.bitsconformance.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.requirement.Catalogue;
import org.bitsconformance.requirement.Requirement;
import org.junit.jupiter.api.Test;

/** The order in which reports list broken requirements. */
class BlockingTests {

    private static final Catalogue CATALOGUE = Catalogue.load();

    @Test
    void aFileThatIsLostOnceComesBeforeALongHeaderThatIsNeverRefused() {
        assertThat(ordered(
                        broken("header.too-long", Verdict.FAIL, 3, 3),
                        broken("session-id.missing", Verdict.FAIL, 3, 3),
                        broken("delivery.complete", Verdict.FAIL, 1, 500)))
                .containsExactly("delivery.complete", "session-id.missing", "header.too-long");
    }

    @Test
    void ifTwoBlockTheSameTheOneThatBreaksMoreOftenComesFirst() {
        assertThat(ordered(
                        broken("answer.packet-type", Verdict.FAIL, 20, 100),
                        broken("answer.content-length", Verdict.FAIL, 100, 100)))
                .containsExactly("answer.content-length", "answer.packet-type");
    }

    @Test
    void whatBindsComesBeforeWarningsAndEquallyRareUnstableOnes() {
        assertThat(ordered(
                        broken("reply-url.others", Verdict.WARN, 9, 9),
                        broken("error.code", Verdict.FAIL, 1, 9),
                        broken("fragment.status.next", Verdict.UNSTABLE, 1, 9)))
                .containsExactly("fragment.status.next", "error.code", "reply-url.others");
    }

    @Test
    void thoseThatBlockEquallyStayInTheOrderOfTheCatalogue() {
        assertThat(ordered(broken("error.code", Verdict.FAIL, 1, 1), broken("error.context", Verdict.FAIL, 1, 1)))
                .containsExactly("error.code", "error.context");
        assertThat(ordered(broken("error.context", Verdict.FAIL, 1, 1), broken("error.code", Verdict.FAIL, 1, 1)))
                .containsExactly("error.context", "error.code");
    }

    private static List<String> ordered(RequirementResult... broken) {
        return Stream.of(broken)
                .sorted(Blocking.mostFirst())
                .map(one -> one.requirement().id())
                .toList();
    }

    private static RequirementResult broken(String id, Verdict verdict, int times, int judged) {
        Requirement requirement = CATALOGUE.get(id);
        return new RequirementResult(
                requirement, requirement.level(Dialect.ANY), verdict, "", judged, times, List.of());
    }
}
