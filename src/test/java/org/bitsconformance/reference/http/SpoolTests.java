package org.bitsconformance.reference.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpoolTests {

    private static final byte[] DATA = data();

    @Test
    void holdsTheSameBytesInMemoryAndInAFile() throws IOException {
        try (Spool memory = filled(Spool.inMemory(), DATA.length);
                Spool file = filled(Spool.ofAnySize(), DATA.length)) {
            assertThat(memory.bytes().array()).isEqualTo(DATA);
            assertThat(file.bytes().array()).isEqualTo(DATA);
            assertThat(file.bytes().length()).isEqualTo(DATA.length);
        }
    }

    @Test
    void cutsAFileLikeAnArray() throws IOException {
        try (Spool file = filled(Spool.ofAnySize(), DATA.length)) {
            Bytes part = file.bytes().slice(70_001, 1_500_000).slice(1, 200_000);
            assertThat(part.length()).isEqualTo(199_999);
            assertThat(part.array()).isEqualTo(Arrays.copyOfRange(DATA, 70_002, 270_001));
            assertThat(digest(part)).isEqualTo(digest(Bytes.of(part.array())));
            assertThat(Bytes.joined(List.of(part, Bytes.of("x"))).length()).isEqualTo(200_000);
            assertThat(file.bytes().withFlippedBit(3).array()[3]).isEqualTo((byte) (DATA[3] ^ 1));
            assertThat(file.bytes().under(Bytes.of("ab")).array()).startsWith('a', 'b', DATA[2]);
        }
    }

    @Test
    void leavesNoFileBehind() throws IOException {
        Bytes bytes;
        try (Spool file = filled(Spool.ofAnySize(), DATA.length)) {
            bytes = file.bytes();
        }
        assertThatThrownBy(bytes::array).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void storesAtMost64MiBInMemory() throws IOException {
        try (Spool memory = filled(Spool.inMemory(), 10);
                Spool file = filled(Spool.ofAnySize(), 10)) {
            assertThat(memory.overflowsWith((64 << 20) - 10)).isFalse();
            assertThat(memory.overflowsWith((64 << 20) - 9)).isTrue();
            assertThat(file.overflowsWith(1 << 30)).isFalse();
            assertThat(file.overflowsWith(Integer.MAX_VALUE)).isTrue();
        }
    }

    private static Spool filled(Spool spool, int length) throws IOException {
        for (int done = 0; done < length; done += 65_536) {
            byte[] piece = Arrays.copyOfRange(DATA, done, Math.min(length, done + 65_536));
            spool.take(piece, piece.length);
        }
        return spool;
    }

    private static byte[] digest(Bytes bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            bytes.addTo(digest);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] data() {
        byte[] data = new byte[1_700_000];
        new Random(1).nextBytes(data);
        return data;
    }
}
