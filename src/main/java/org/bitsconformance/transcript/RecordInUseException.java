package org.bitsconformance.transcript;

import java.io.IOException;

/** Another writer, of this process or another, is writing a record. */
public final class RecordInUseException extends IOException {

    private static final long serialVersionUID = 1L;

    RecordInUseException() {
        super("another run is writing there");
    }
}
