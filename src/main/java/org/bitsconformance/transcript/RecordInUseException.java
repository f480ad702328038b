package org.bitsconformance.transcript;

import java.io.IOException;

/** Another writer, in this process or another, is writing the record. */
public final class RecordInUseException extends IOException {

    private static final long serialVersionUID = 1L;

    RecordInUseException() {
        super("another run is writing there");
    }
}
