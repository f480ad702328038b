package org.bitsconformance.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bitsconformance.machine.Machine.Difference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTests {

    @TempDir
    Path folder;

    /** A door that, with {@code secret}, remembers that somebody knocked. */
    static Machine door(boolean secret) {
        State closed = new State("s0", List.of(), "closed");
        State open = new State("s1", List.of("push"), "open");
        State knocked = new State("s2", List.of("knock"), "closed");
        List<Transition> usual = List.of(
                new Transition("s0", "push", "opens", "s1", ""),
                new Transition("s0", "knock", "silence", secret ? "s2" : "s0", ""),
                new Transition("s1", "push", "stays", "s1", ""),
                new Transition("s1", "knock", "silence", "s1", ""));
        List<Transition> more = List.of(
                new Transition("s2", "push", "stays", "s2", ""), new Transition("s2", "knock", "silence", "s2", ""));
        return new Machine(
                List.of("push", "knock"),
                secret ? List.of(closed, open, knocked) : List.of(closed, open),
                secret
                        ? java.util.stream.Stream.concat(usual.stream(), more.stream())
                                .toList()
                        : usual,
                new Machine.Learning(1, 10, 5, 7, true, ""),
                List.of(),
                List.of(new Unsteady(List.of("push"), Map.of("opens", 2))));
    }

    @Test
    void the_first_difference_of_two_machines_is_the_shortest_word() {
        assertThat(door(false).differenceFrom(door(true)))
                .contains(new Difference(Word.parse("knock push"), "opens", "stays"));
        assertThat(door(true).differenceFrom(door(true))).isEmpty();
    }

    @Test
    void a_state_that_looks_like_another_is_hidden_memory_with_a_distinguishing_word() {
        assertThat(door(true).withHiddenMemory().hidden())
                .containsExactly(new HiddenMemory("s2", "s0", List.of("knock"), List.of("push"), "stays", "opens"));
        assertThat(door(false).withHiddenMemory().hidden()).isEmpty();
    }

    @Test
    void a_word_leads_over_each_transition_and_gives_it_a_verdict() {
        Machine machine = door(true);

        assertThat(machine.transitionWords("silence"::equals))
                .extracting(Word::toString)
                .containsExactly("push", "push push", "knock push");
        assertThat(machine.judged(word -> word.length() == 1 ? "pass" : "fail").transitions())
                .extracting(Transition::verdict)
                .containsExactly("pass", "pass", "fail", "fail", "fail", "fail");
    }

    @Test
    void the_guarantee_says_how_far_it_goes() {
        assertThat(door(false).guarantee())
                .isEqualTo("Over these 2 symbols the server has no other behaviour than that of the 2 states found,"
                        + " unless it has more than 3 states.");
        assertThat(Machine.nothing(1, "nobody is there").guarantee())
                .isEqualTo("Nothing is guaranteed beyond what was driven: nobody is there. Up to then 0 states were"
                        + " found.");
    }

    @Test
    void its_file_can_be_read_back() throws IOException {
        Machine machine = door(true).withHiddenMemory();
        Path file = Files.writeString(folder.resolve("machine.json"), MachineFile.text(machine));

        assertThat(MachineFile.read(file)).isEqualTo(machine);
        assertThat(Files.readString(file))
                .contains("\"depth\" : 1", "\"complete\" : true", "\"documented\" : \"closed\"");
    }

    @Test
    void a_file_that_is_not_a_machine_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("machine.json"), "{\"alphabet\":[]}");

        assertThatThrownBy(() -> MachineFile.read(file)).hasMessage("is not a machine.json");
        assertThatThrownBy(() -> MachineFile.read(folder.resolve("none.json"))).hasMessage("no such file");
    }

    @Test
    void a_long_word_has_a_short_unique_id() {
        Word one = Word.parse("create ".repeat(20));
        Word other = one.then("close");

        assertThat(one.inCaseId())
                .hasSizeLessThanOrEqualTo(80)
                .startsWith("create+create")
                .isNotEqualTo(other.inCaseId());
        assertThat(Word.parse("create next").inCaseId()).isEqualTo("create+next");
        assertThat(Word.parse("create+next")).isEqualTo(Word.parse("create next"));
    }
}
