package org.bitsconformance.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.bitsconformance.run.OutputException;
import org.bitsconformance.transcript.ClientEnded.Arrived;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadedFileTests {

    @TempDir
    Path folder;

    @Test
    void saysWhatLiesAtADestination() throws IOException {
        try (UploadedFile file = UploadedFile.in(folder, 1_000)) {
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
    void saysWhereItCannotBeWritten() {
        Path missing = folder.resolve("none");
        assertThatThrownBy(() -> UploadedFile.in(missing, 1))
                .isInstanceOf(OutputException.class)
                .hasMessageStartingWith("the file for the client to upload cannot be written to " + missing
                        + ": there is no " + missing);
    }

    @Test
    void isDeleted() throws IOException {
        Path path;
        try (UploadedFile file = UploadedFile.in(folder, 1)) {
            path = file.path();
            assertThat(path).exists();
        }
        assertThat(path).doesNotExist();
    }
}
