package org.bitsconformance.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConflictsTests {

    private static final Conflicts CONFLICTS = Conflicts.load();

    static Stream<Conflict> conflicts() {
        return CONFLICTS.all().stream();
    }

    @Test
    void hasEveryIdOnce() {
        assertThat(CONFLICTS.all())
                .extracting(Conflict::id)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(30);
    }

    @ParameterizedTest
    @MethodSource("conflicts")
    void saysSomethingInEveryColumn(Conflict conflict) {
        assertThat(conflict.id()).matches("[a-z0-9]+(?:-[a-z0-9]+)*");
        assertThat(Stream.of(conflict.topic(), conflict.win32(), conflict.mcBup(), conflict.decision()))
                .noneMatch(String::isBlank);
        assertThat(conflict.seen().or(conflict::unseen)).get().asString().isNotBlank();
    }

    @Test
    void findsExistingEntries() {
        assertThat(CONFLICTS.find("early-close")).isPresent();
        assertThat(CONFLICTS.find("late-close")).isEmpty();
    }

    @Test
    void needsEitherAWayToObserveItOrAReason() {
        for (Optional<String> both : java.util.List.of(Optional.<String>empty(), Optional.of("so"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Conflict("a", "b", "c", "d", "e", both, both))
                    .withMessage("a needs either seen or unseen");
        }
    }
}
