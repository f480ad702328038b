package org.bitsconformance.result;

import java.util.List;

/**
 * A named defect that explains one or more broken requirements. It excuses none of them.
 *
 * @param id of the cause, words joined by hyphens
 * @param title the defect in one sentence
 * @param change what to change in the server, in one or two sentences
 * @param explains ids of the broken requirements that it explains, in the order of the catalogue; never empty
 * @param exchanges ids of the exchanges that show it, the clearest first; never empty
 */
public record Cause(String id, String title, String change, List<String> explains, List<String> exchanges) {

    public Cause {
        explains = List.copyOf(explains);
        exchanges = List.copyOf(exchanges);
    }
}
