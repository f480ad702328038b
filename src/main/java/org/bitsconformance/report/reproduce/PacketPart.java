package org.bitsconformance.report.reproduce;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a packet in a script.
 *
 * @param text what was sent, or the name of the variable that replaces it
 * @param variable whether it differs in each run
 */
record PacketPart(String text, boolean variable) {

    /** The variable that distinguishes the uploads of this run from those of others. */
    private static final String RUN = "RUN";

    private static final Pattern NAME_OF_RUN = Pattern.compile("(?<=bits-)[0-9a-f]{8}(?=-(?:\\d|probe))");

    /** The text, with the names of uploads changed to those of the new run. */
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
