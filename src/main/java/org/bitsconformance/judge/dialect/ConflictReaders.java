package org.bitsconformance.judge.dialect;

import java.util.List;
import java.util.stream.Stream;

/** A reader for every conflict that can be observed. */
public final class ConflictReaders {

    private static final List<ConflictReader> ALL = Stream.of(
                    FormReadings.READERS,
                    CreateReadings.READERS,
                    PingReadings.READERS,
                    SessionReadings.READERS,
                    HttpReadings.READERS,
                    NotificationReadings.READERS)
            .flatMap(List::stream)
            .toList();

    private ConflictReaders() {}

    public static List<ConflictReader> all() {
        return ALL;
    }
}
