package org.bitsconformance.drive.readback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.bitsconformance.transcript.http.Digests;
import org.bitsconformance.transcript.http.Payload;
import org.junit.jupiter.api.Test;

class FoundTests {

    @Test
    void aLargeUploadIsComparedInPieces() throws IOException {
        Payload large = new Payload(9, 20 << 20);

        Found found = Found.compare(new Generated(large, Long.MAX_VALUE), large, OptionalInt.empty());

        assertThat(found.firstDifference()).isEqualTo(OptionalLong.of(20 << 20));
        assertThat(found.length().orElseThrow()).isBetween(20L << 20, (20L << 20) + (128 << 10));
    }

    @Test
    void aLargeUploadIsStreamed() throws IOException {
        Payload large = new Payload(9, (20 << 20) + 17);

        Found found = Found.compare(new Generated(large, large.length()), large, OptionalInt.empty());

        assertThat(found.same()).isTrue();
        assertThat(found.length()).hasValue(large.length());
        assertThat(found.sha256()).hasValue(Digests.sha256(large, 0, large.length()));
    }

    /** Bytes of a payload that are generated as they are read; refuses to be read in large pieces. */
    private static final class Generated extends InputStream {

        private final Payload payload;
        private final long length;
        private long at;

        Generated(Payload payload, long length) {
            this.payload = payload;
            this.length = length;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] bytes, int offset, int count) {
            assertThat(bytes.length).isLessThanOrEqualTo(64 << 10);
            int given = (int) Math.min(count, length - at);
            if (given == 0) {
                return -1;
            }
            System.arraycopy(payload.range(at, given), 0, bytes, offset, given);
            at += given;
            return given;
        }
    }
}
