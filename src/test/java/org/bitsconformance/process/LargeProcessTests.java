package org.bitsconformance.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.bitsconformance.process.Command.Ended;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An upload that is larger than the memory of the process, which also runs the server. */
class LargeProcessTests {

    @TempDir
    Path folder;

    @Tag("long")
    @Test
    void an_upload_larger_than_the_heap_is_driven_and_judged() {
        Ended ended = Command.runInMemory(
                64, "run", "--plan", "large", "--only", "large-upload", "--size", "72MiB", "--out", folder.toString());

        assertThat(ended.err()).isEmpty();
        assertThat(ended.exitCode()).as(ended.out()).isZero();
        assertThat(ended.lastLine()).isEqualTo("verdict: conformant (plan large)");
    }
}
