package org.bitsconformance.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bitsconformance.plan.InvalidFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordsFileTests {

    @TempDir
    Path folder;

    @Test
    void what_is_written_can_be_read() throws IOException {
        WordsFile words = new WordsFile("small", List.of(Word.parse("create gap"), Word.parse("ping")));

        assertThat(read(words.text())).isEqualTo(words);
    }

    @Test
    void a_wrong_file_is_refused_with_file_line_and_key() {
        assertThatThrownBy(() -> read("alphabet: small\nwords:\n  - create knock\n"))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining("words.yaml:3: \"words\" the alphabet small has no symbol \"knock\"");
        assertThatThrownBy(() -> read("words: [ping]\n")).hasMessageContaining("\"alphabet\" is missing");
        assertThatThrownBy(() -> read("alphabet: small\nwords: []\n"))
                .hasMessageContaining("\"words\" must have at least one entry");
    }

    private WordsFile read(String text) throws IOException {
        return WordsFile.read(
                Files.writeString(folder.resolve("words.yaml"), text).toString());
    }
}
