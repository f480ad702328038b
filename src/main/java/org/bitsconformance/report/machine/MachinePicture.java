package org.bitsconformance.report.machine;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.text.StringEscapeUtils;
import org.bitsconformance.machine.Machine;
import org.bitsconformance.report.machine.Layout.Arrow;
import org.bitsconformance.report.machine.Layout.Box;
import org.bitsconformance.report.text.Printable;

/** Draws a machine as SVG: broken transitions are red, states that no document has are dashed. */
public final class MachinePicture {

    /** Larger machines are not drawn: nobody could read it. */
    private static final int MOST_STATES = 40;

    private static final String STYLE = """
            <style>
            :root { color-scheme: light dark; --paper: #ffffff; --ink: #1b2330; --soft: #566173; --wash: #f5f7fa; --fail: #b3261e; }
            @media (prefers-color-scheme: dark) {
              :root { --paper: #12161d; --ink: #e4e8ee; --soft: #a2acba; --wash: #1a2029; --fail: #ff8a80; }
            }
            .machine { background: var(--paper); font: 12px system-ui, sans-serif; }
            .machine rect { fill: var(--wash); stroke: var(--ink); }
            .machine .hidden rect { stroke-dasharray: 5 4; }
            .machine text { fill: var(--ink); }
            .machine .name { font-weight: 600; }
            .machine .edge path { fill: none; stroke: var(--soft); }
            .machine .edge polygon { fill: var(--soft); }
            .machine .edge text { fill: var(--soft); }
            .machine .broken path { stroke: var(--fail); stroke-width: 2; }
            .machine .broken polygon, .machine .broken text { fill: var(--fail); }
            </style>
            """;

    private MachinePicture() {}

    /** A picture for a page whose style sheet has the classes; empty where there is nothing to draw, or too much. */
    public static String inPage(Machine machine) {
        return svg(machine, "");
    }

    /** A picture that stands alone; empty where there is nothing to draw, or too much. */
    static String alone(Machine machine) {
        return svg(machine, STYLE);
    }

    private static String svg(Machine machine, String style) {
        if (machine.states().isEmpty() || machine.states().size() > MOST_STATES) {
            return "";
        }
        Drawing drawing = Drawing.of(machine);
        Layout layout = Layout.of(drawing);
        StringBuilder out = new StringBuilder();
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"machine\" role=\"img\""
                        + " aria-labelledby=\"machine-picture\" width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\">"
                                .formatted(
                                        number(layout.width()),
                                        number(layout.height()),
                                        number(layout.width()),
                                        number(layout.height())))
                .append("<title id=\"machine-picture\">State machine with ")
                .append(machine.states().size())
                .append(" states; the table has all of it</title>\n")
                .append(style);
        for (int i = 0; i < drawing.edges().size(); i++) {
            edge(drawing.edges().get(i), layout.arrows().get(i), out);
        }
        for (int i = 0; i < drawing.nodes().size(); i++) {
            node(drawing.nodes().get(i), layout.boxes().get(i), out);
        }
        return out.append("</svg>\n").toString();
    }

    private static void node(Drawing.Node node, Box box, StringBuilder out) {
        out.append("<g class=\"%s\"><rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"6\"/>"
                .formatted(
                        node.hidden() ? "state hidden" : "state",
                        number(box.x()),
                        number(box.y()),
                        number(box.width()),
                        number(box.height())));
        text(node.lines(), box.x() + Layout.MARGIN, box.y() + Layout.MARGIN, true, out);
        out.append("</g>\n");
    }

    private static void edge(Drawing.Edge edge, Arrow arrow, StringBuilder out) {
        String line = arrow.corners().stream()
                .map(point -> number(point.x()) + " " + number(point.y()))
                .collect(Collectors.joining(" L ", "M ", ""));
        out.append("<g class=\"%s\"><path d=\"%s\"/>".formatted(edge.broken() ? "edge broken" : "edge", line));
        tip(arrow, out);
        text(edge.lines(), arrow.label().x() + 2, arrow.label().y(), false, out);
        out.append("</g>\n");
    }

    /** The head of an arrow, in the direction of its last part. */
    private static void tip(Arrow arrow, StringBuilder out) {
        List<Layout.Point> corners = arrow.corners();
        Layout.Point end = corners.get(corners.size() - 1);
        Layout.Point before = corners.get(corners.size() - 2);
        double length = Math.max(1, Math.hypot(end.x() - before.x(), end.y() - before.y()));
        double dx = (end.x() - before.x()) / length;
        double dy = (end.y() - before.y()) / length;
        out.append("<polygon points=\"%s,%s %s,%s %s,%s\"/>"
                .formatted(
                        number(end.x()),
                        number(end.y()),
                        number(end.x() - 9 * dx - 4 * dy),
                        number(end.y() - 9 * dy + 4 * dx),
                        number(end.x() - 9 * dx + 4 * dy),
                        number(end.y() - 9 * dy - 4 * dx)));
    }

    private static void text(List<String> lines, double x, double y, boolean named, StringBuilder out) {
        for (int i = 0; i < lines.size(); i++) {
            out.append("<text x=\"%s\" y=\"%s\"%s>%s</text>"
                    .formatted(
                            number(x),
                            number(y + (i + 1) * Layout.LINE - 4),
                            named && i == 0 ? " class=\"name\"" : "",
                            StringEscapeUtils.escapeXml10(Printable.of(lines.get(i)))));
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
