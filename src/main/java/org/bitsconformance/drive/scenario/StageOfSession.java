package org.bitsconformance.drive.scenario;

import java.util.Arrays;
import java.util.Locale;
import org.bitsconformance.drive.client.Upload;

/** How far an upload has got. */
enum StageOfSession {
    NONE {
        @Override
        void reach(Upload upload) {
            // Nothing has been sent.
        }
    },
    CREATED {
        @Override
        void reach(Upload upload) {
            upload.create();
        }
    },
    RECEIVING {
        @Override
        void reach(Upload upload) {
            upload.create();
            upload.sendUpTo(upload.size() / 2, upload.size());
        }
    },
    COMPLETE {
        @Override
        void reach(Upload upload) {
            upload.create();
            upload.sendRest(upload.size());
        }
    },
    CLOSED {
        @Override
        void reach(Upload upload) {
            COMPLETE.reach(upload);
            upload.close();
        }
    },
    CANCELLED {
        @Override
        void reach(Upload upload) {
            RECEIVING.reach(upload);
            upload.cancel();
        }
    };

    /** Sends what takes a new upload to this stage. */
    abstract void reach(Upload upload);

    /** Whether there is an open session to go on with. */
    boolean goesOn() {
        return this == CREATED || this == RECEIVING || this == COMPLETE;
    }

    /** The stage that a table calls {@code word}. */
    static StageOfSession named(String word) {
        return Arrays.stream(values())
                .filter(stage -> stage.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no stage is called " + word));
    }
}
