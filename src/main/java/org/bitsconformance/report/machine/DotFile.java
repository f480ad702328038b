package org.bitsconformance.report.machine;

import java.util.stream.Collectors;
import org.bitsconformance.machine.Machine;

/** Writes a machine in the Graphviz language. */
final class DotFile {

    private DotFile() {}

    static String text(Machine machine) {
        Drawing drawing = Drawing.of(machine);
        StringBuilder dot = new StringBuilder();
        line(dot, "digraph machine {");
        line(
                dot,
                "  rankdir=TB; node [shape=box, style=rounded, fontname=\"sans-serif\"]; edge [fontname=\"sans-serif\"];");
        for (Drawing.Node node : drawing.nodes()) {
            line(
                    dot,
                    "  " + node.id() + " [label=" + quoted(String.join("\n", node.lines()))
                            + (node.hidden() ? ", style=\"rounded,dashed\"" : "") + "];");
        }
        for (Drawing.Edge edge : drawing.edges()) {
            line(
                    dot,
                    "  " + edge.from() + " -> " + edge.to() + " [label="
                            + quoted(String.join("\n", edge.lines()))
                            + (edge.broken() ? ", color=red, fontcolor=red" : "") + "];");
        }
        line(dot, "}");
        return dot.toString();
    }

    private static void line(StringBuilder dot, String text) {
        dot.append(text).append('\n');
    }

    private static String quoted(String text) {
        return text.lines()
                .map(line -> line.replace("\\", "\\\\").replace("\"", "\\\""))
                .collect(Collectors.joining("\\n", "\"", "\""));
    }
}
