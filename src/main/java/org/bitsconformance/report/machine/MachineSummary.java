package org.bitsconformance.report.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bitsconformance.machine.HiddenMemory;
import org.bitsconformance.machine.Machine;
import org.bitsconformance.machine.Unsteady;
import org.bitsconformance.machine.Word;
import org.bitsconformance.report.text.Markdown;

/** A machine in {@code summary.md}: what is guaranteed, which states no document has, and a Mermaid diagram. */
public final class MachineSummary {

    private static final int MOST_LINES = 10;
    private static final int MOST_STATES = 30;
    private static final int LONGEST = 200;

    private MachineSummary() {}

    /** Its lines. */
    public static List<String> lines(Machine machine) {
        List<String> lines = new ArrayList<>(List.of("", "### State machine", "", machine.guarantee(), ""));
        machine.unsteady().stream().limit(MOST_LINES).map(MachineSummary::line).forEach(lines::add);
        machine.hidden().stream().limit(MOST_LINES).map(MachineSummary::line).forEach(lines::add);
        int more = machine.hidden().size() - MOST_LINES;
        if (more > 0) {
            lines.add("- and " + more + " more states that no document has");
        }
        if (!machine.states().isEmpty() && machine.states().size() <= MOST_STATES) {
            lines.addAll(diagram(Drawing.of(machine)));
        }
        return lines;
    }

    private static String line(Unsteady one) {
        return "- answered differently at different times: " + code(new Word(one.word()).toString()) + ": "
                + one.answers().entrySet().stream()
                        .map(answer -> code(answer.getKey()) + " (" + answer.getValue() + ")")
                        .collect(Collectors.joining(", "));
    }

    private static String line(HiddenMemory one) {
        return "- hidden memory " + one.state() + ", after " + code(new Word(one.history()).toString()) + ": then "
                + code(new Word(one.separating()).toString()) + " ends in " + code(one.answer()) + ", and not in "
                + code(one.usual()) + " as in " + one.looksLike();
    }

    private static List<String> diagram(Drawing drawing) {
        List<String> lines = new ArrayList<>(List.of("", "```mermaid", "stateDiagram-v2"));
        drawing.nodes()
                .forEach(node -> lines.add("  state \"" + plain(node.lines().get(0)) + "\" as " + node.id()));
        lines.add("  [*] --> " + drawing.nodes().get(0).id());
        drawing.edges()
                .forEach(edge -> lines.add("  " + edge.from() + " --> " + edge.to() + ": "
                        + (edge.broken() ? "BROKEN " : "") + plain(String.join(" / ", edge.lines()))));
        lines.addAll(List.of("```", ""));
        return lines;
    }

    /** Removes characters that have a meaning in Mermaid. */
    private static String plain(String text) {
        return text.replaceAll("[^A-Za-z0-9 ,./+()-]", "");
    }

    private static String code(String text) {
        return Markdown.code(text, LONGEST);
    }
}
