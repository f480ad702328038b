package org.bitsconformance.reference.stimulus;

import java.util.Locale;

/** Something that a client is confronted with. The constants of each family are its stimuli; {@link Stimuli} lists all. */
public interface Stimulus {

    /** What happens, and at which points of an upload. */
    Script script();

    /** The name of the constant. */
    String name();

    /** Lower-case words with hyphens; never changed once published. */
    default String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
