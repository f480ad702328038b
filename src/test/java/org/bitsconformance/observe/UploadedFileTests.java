package org.bitsconformance.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.bitsconformance.transcript.ClientEnded.Arrived;
import org.junit.jupiter.api.Test;

class UploadedFileTests {

    @Test
    void saysWhatLiesAtADestination() throws IOException {
        try (UploadedFile file = UploadedFile.ofSize(1_000)) {
            byte[] content = Files.readAllBytes(file.path());
            byte[] other = content.clone();
            other[999]++;
            assertThat(content).hasSize(1_000);
            assertThat(file.arrived(Optional.of(content))).isEqualTo(Arrived.COMPLETE);
            assertThat(file.arrived(Optional.empty())).isEqualTo(Arrived.NOTHING);
            assertThat(file.arrived(Optional.of(Arrays.copyOf(content, 999)))).isEqualTo(Arrived.PARTIAL);
            assertThat(file.arrived(Optional.of(new byte[0]))).isEqualTo(Arrived.PARTIAL);
            assertThat(file.arrived(Optional.of(other))).isEqualTo(Arrived.DIFFERENT);
            assertThat(file.arrived(Optional.of(Arrays.copyOf(content, 1_001)))).isEqualTo(Arrived.DIFFERENT);
        }
    }

    @Test
    void isDeleted() throws IOException {
        Path path;
        try (UploadedFile file = UploadedFile.ofSize(1)) {
            path = file.path();
            assertThat(path).exists();
        }
        assertThat(path).doesNotExist();
    }
}
