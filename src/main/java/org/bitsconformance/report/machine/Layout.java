package org.bitsconformance.report.machine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.CycleBreakingStrategy;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Where everything of a drawing goes, in pixels, by the layered layout of the Eclipse Layout Kernel: states from top to
 * bottom, in the direction of their edges.
 *
 * @param width of the whole
 * @param height of the whole
 * @param boxes one for each node of the drawing, in its order
 * @param arrows one for each edge of the drawing, in its order
 */
record Layout(double width, double height, List<Box> boxes, List<Arrow> arrows) {

    static final double LINE = 15;
    static final double MARGIN = 9;
    private static final double LETTER = 6.4;

    /** A rectangle. */
    record Box(double x, double y, double width, double height) {}

    /** A corner of a line. */
    record Point(double x, double y) {}

    /**
     * A line with its text.
     *
     * @param corners at least two
     * @param label where the text goes
     */
    record Arrow(List<Point> corners, Box label) {}

    static Layout of(Drawing drawing) {
        ElkNode graph = ElkGraphUtil.createGraph();
        graph.setProperty(CoreOptions.DIRECTION, Direction.DOWN);
        graph.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.POLYLINE);
        graph.setProperty(CoreOptions.PADDING, new ElkPadding(12));
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE, 30.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE, 16.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 12.0);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 26.0);
        // The state where every word begins stands on top.
        graph.setProperty(LayeredOptions.CYCLE_BREAKING_STRATEGY, CycleBreakingStrategy.MODEL_ORDER);
        graph.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.PREFER_EDGES);
        Map<String, ElkNode> nodes = new HashMap<>();
        for (Drawing.Node node : drawing.nodes()) {
            ElkNode box = ElkGraphUtil.createNode(graph);
            box.setDimensions(width(node.lines()) + 2 * MARGIN, height(node.lines()) + 2 * MARGIN);
            nodes.put(node.id(), box);
        }
        List<ElkEdge> edges = new ArrayList<>();
        for (Drawing.Edge edge : drawing.edges()) {
            ElkEdge line = ElkGraphUtil.createSimpleEdge(nodes.get(edge.from()), nodes.get(edge.to()));
            ElkLabel label = ElkGraphUtil.createLabel(line);
            label.setText(String.join("\n", edge.lines()));
            label.setDimensions(width(edge.lines()) + 4, height(edge.lines()));
            label.setProperty(CoreOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
            edges.add(line);
        }
        LayoutMetaDataService.initElkReflect();
        new LayeredLayoutProvider().layout(graph, new BasicProgressMonitor());
        return new Layout(
                graph.getWidth(),
                graph.getHeight(),
                drawing.nodes().stream().map(node -> box(nodes.get(node.id()))).toList(),
                edges.stream().map(Layout::arrow).toList());
    }

    private static double width(List<String> lines) {
        return lines.stream().mapToInt(String::length).max().orElse(0) * LETTER;
    }

    private static double height(List<String> lines) {
        return lines.size() * LINE;
    }

    private static Box box(ElkNode node) {
        return new Box(node.getX(), node.getY(), node.getWidth(), node.getHeight());
    }

    private static Arrow arrow(ElkEdge edge) {
        List<Point> corners = new ArrayList<>();
        Optional<ElkEdgeSection> section = edge.getSections().stream().findFirst();
        section.ifPresent(one -> {
            corners.add(new Point(one.getStartX(), one.getStartY()));
            one.getBendPoints().forEach(bend -> corners.add(new Point(bend.getX(), bend.getY())));
            corners.add(new Point(one.getEndX(), one.getEndY()));
        });
        ElkLabel label = edge.getLabels().get(0);
        return new Arrow(
                List.copyOf(corners), new Box(label.getX(), label.getY(), label.getWidth(), label.getHeight()));
    }
}
