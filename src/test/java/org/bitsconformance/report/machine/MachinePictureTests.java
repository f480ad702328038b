package org.bitsconformance.report.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.bitsconformance.machine.HiddenMemory;
import org.bitsconformance.machine.Machine;
import org.bitsconformance.machine.State;
import org.bitsconformance.machine.Transition;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class MachinePictureTests {

    private static final Machine DOOR = machine(
            List.of(
                    new State("s0", List.of(), "shut & locked"),
                    new State("s1", List.of("push"), "open"),
                    new State("s2", List.of("knock"), "shut & locked")),
            List.of(
                    new Transition("s0", "push", "opens <wide>", "s1", "pass"),
                    new Transition("s0", "knock", "silence", "s2", "fail"),
                    new Transition("s1", "push", "stays", "s1", "pass"),
                    new Transition("s1", "knock", "silence", "s1", "fail"),
                    new Transition("s2", "push", "stays", "s2", "pass")));

    @Test
    void broken_transitions_hidden_states_and_what_changes_nothing_are_told_apart() {
        String picture = MachinePicture.alone(DOOR);

        assertThat(picture.split("class=\"edge broken\"")).hasSize(3);
        assertThat(picture.split("class=\"state hidden\"")).hasSize(2);
        assertThat(picture)
                .contains("s0: shut &amp; locked", "push: opens &lt;wide&gt;", "no change: push")
                .contains("prefers-color-scheme: dark")
                .contains("role=\"img\"", "<title id=\"machine-picture\">State machine with 3 states");
    }

    @Test
    void the_picture_is_well_formed_and_in_a_page_has_no_style_of_its_own() throws Exception {
        for (String picture : List.of(MachinePicture.alone(DOOR), MachinePicture.inPage(DOOR))) {
            assertThat(DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new InputSource(new StringReader(picture)))
                            .getDocumentElement()
                            .getTagName())
                    .isEqualTo("svg");
        }
        assertThat(MachinePicture.inPage(DOOR)).doesNotContain("<style");
    }

    @Test
    void what_nobody_could_read_is_not_drawn() {
        List<State> many = IntStream.range(0, 50)
                .mapToObj(i -> new State("s" + i, List.of(), "somewhere"))
                .toList();

        assertThat(MachinePicture.alone(machine(many, List.of()))).isEmpty();
        assertThat(MachinePicture.alone(machine(List.of(), List.of()))).isEmpty();
    }

    @Test
    void dot_and_mermaid_have_the_same() {
        assertThat(DotFile.text(DOOR))
                .contains("s0 -> s1 [label=\"push: opens <wide>\"];")
                .contains("s0 -> s2 [label=\"knock: silence\", color=red, fontcolor=red];")
                .contains("s2 [label=\"s2: shut & locked\\nno change: push\", style=\"rounded,dashed\"];");
        assertThat(MachineSummary.lines(DOOR))
                .contains("  [*] --> s0", "  s0 --> s2: BROKEN knock silence", "  state \"s1 open\" as s1")
                .anyMatch(line -> line.contains("hidden memory s2") && line.contains("knock"));
    }

    private static Machine machine(List<State> states, List<Transition> transitions) {
        return new Machine(
                List.of("push", "knock"),
                states,
                transitions,
                new Machine.Learning(1, 10, 5, 7, true, ""),
                states.isEmpty()
                        ? List.of()
                        : List.of(new HiddenMemory("s2", "s0", List.of("knock"), List.of("push"), "stays", "opens")),
                List.of());
    }
}
