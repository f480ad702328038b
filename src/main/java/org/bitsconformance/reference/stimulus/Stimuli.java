package org.bitsconformance.reference.stimulus;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every stimulus, by family and in declaration order. */
public final class Stimuli {

    private static final List<Stimulus> ALL = Stream.<Stimulus[]>of(
                    PlainStimulus.values(),
                    RangeStimulus.values(),
                    SessionStimulus.values(),
                    RefusalStimulus.values(),
                    ApplicationStimulus.values(),
                    ConnectionStimulus.values(),
                    FormStimulus.values(),
                    HostStimulus.values(),
                    AccessStimulus.values())
            .flatMap(Arrays::stream)
            .toList();

    private Stimuli() {}

    public static List<Stimulus> all() {
        return ALL;
    }

    /** The stimulus with this id; empty if there is none. */
    public static Optional<Stimulus> named(String id) {
        return ALL.stream().filter(stimulus -> stimulus.id().equals(id)).findFirst();
    }
}
