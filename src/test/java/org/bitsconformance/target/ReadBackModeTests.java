package org.bitsconformance.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadBackModeTests {
    @Test
    void words() {
        assertThat(ReadBackMode.parse("auto")).isEqualTo(ReadBackMode.AUTO);
        assertThat(ReadBackMode.parse("none")).isEqualTo(ReadBackMode.NONE);
        assertThat(ReadBackMode.parse("url")).isEqualTo(ReadBackMode.URL);
    }

    @Test
    void a_folder() {
        ReadBackMode readback = ReadBackMode.parse("dir:some where/up");

        assertThat(readback.kind()).isEqualTo(ReadBackMode.Kind.DIR);
        assertThat(readback.folder()).contains(Path.of("some where/up"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "none", "url", "dir:uploads"})
    void is_printed_as_it_is_parsed(String text) {
        assertThat(ReadBackMode.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dir", "dir:", "AUTO", "file:x", "auto "})
    void anything_else_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReadBackMode.parse(text))
                .withMessage("must be auto, none, url or dir:PATH, not \"" + text + "\"");
    }

    @Test
    void a_path_that_no_file_system_has() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReadBackMode.parse("dir:a\0b"))
                .withMessage("must name a valid path after dir:, not \"dir:a\\u0000b\"");
    }

    @Test
    void a_directory_belongs_to_dir() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReadBackMode(ReadBackMode.Kind.DIR, Optional.empty()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReadBackMode(ReadBackMode.Kind.URL, Optional.of(Path.of("x"))));
    }
}
