package org.bitsconformance.report.reproduce;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a packet in a script.
 *
 * @param text what was sent, or the name of the variable that stands there
 * @param variable whether a new run has something else there
 */
record PacketPart(String text, boolean variable) {

    /** The variable of what tells the uploads of a run from those of others. */
    private static final String RUN = "RUN";

    private static final Pattern NAME_OF_RUN = Pattern.compile("(?<=bits-)[0-9a-f]{8}(?=-(?:\\d|probe))");

    /** Text in which the names of uploads are those of the new run. */
    static List<PacketPart> renamed(String text) {
        List<PacketPart> parts = new ArrayList<>();
        Matcher name = NAME_OF_RUN.matcher(text);
        int from = 0;
        while (name.find()) {
            parts.add(new PacketPart(text.substring(from, name.start()), false));
            parts.add(new PacketPart(RUN, true));
            from = name.end();
        }
        if (from < text.length()) {
            parts.add(new PacketPart(text.substring(from), false));
        }
        return parts;
    }
}
