package org.bitsconformance.judge.cause;

import java.util.List;

/**
 * A defect that explains broken requirements.
 *
 * @param id of the cause
 * @param explains ids of the requirements, in the order in which they were found broken; never empty
 * @param exchanges ids of the exchanges that show it, the clearest first; never empty
 */
public record FoundCause(String id, List<String> explains, List<String> exchanges) {

    public FoundCause {
        explains = List.copyOf(explains);
        exchanges = List.copyOf(exchanges);
    }
}
