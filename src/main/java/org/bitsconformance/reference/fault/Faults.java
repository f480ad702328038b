package org.bitsconformance.reference.fault;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The families of faults. A new fault is added only to its family. */
public final class Faults {

    private static final List<Fault> ALL = Stream.<Fault[]>of(
                    AckFault.values(),
                    AccessFault.values(),
                    CreateFault.values(),
                    SessionFault.values(),
                    FragmentFault.values(),
                    NotificationFault.values(),
                    NoticeFormFault.values(),
                    ApplicationFault.values(),
                    ReplyFault.values(),
                    DownloadFault.values(),
                    WireFault.values(),
                    HistoryFault.values())
            .flatMap(Stream::of)
            .toList();

    private Faults() {}

    /** Every fault, family by family. */
    public static List<Fault> all() {
        return ALL;
    }

    /** The fault with this id; empty for any other word. */
    public static Optional<Fault> named(String id) {
        return ALL.stream().filter(fault -> fault.id().equals(id)).findFirst();
    }

    /** These faults, each once, in the order in which they apply. */
    public static List<Fault> inOrder(Collection<Fault> faults) {
        return ALL.stream().filter(faults::contains).toList();
    }
}
