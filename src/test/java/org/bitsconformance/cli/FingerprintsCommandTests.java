package org.bitsconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintsCommandTests {

    private static final String EDITION = """
            # 1 Introduction
            All of this MUST be read.
            # 2 Tea
            ## 2.99 Making it
            The [water](#water) MUST<1> boil. It MAY be poured at once.
            """;

    @TempDir
    Path folder;

    @Test
    void saysWhatIsNewAndWhatIsGone() throws IOException {
        CommandOutput output = CommandOutput.of("fingerprints", file(EDITION));

        assertThat(output.exitCode()).isZero();
        assertThat(output.err()).isEmpty();
        assertThat(output.out())
                .contains("new: 2.99#2 (MAY)", "    It MAY be poured at once.", "gone: 3.5.5#2 (MUST)")
                .endsWith(System.lineSeparator());
        assertThat(output.out().lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80))
                .last()
                .asString()
                .startsWith("2 normative sentences, differences: ");
    }

    @Test
    void writesTheFingerprints() throws IOException {
        Path written = folder.resolve("tea.csv");

        CommandOutput output = CommandOutput.of("fingerprints", file(EDITION), "--write", written.toString());

        assertThat(output.exitCode()).isZero();
        assertThat(output.out()).contains("written: " + written);
        assertThat(Files.readString(written).lines().filter(line -> !line.startsWith("#")))
                .hasSize(3)
                .satisfies(lines -> {
                    assertThat(lines.get(0)).isEqualTo("section,ordinal,keywords,hash");
                    assertThat(lines.get(1)).matches("2\\.99,1,MUST,[0-9a-f]{16}");
                    assertThat(lines.get(2)).matches("2\\.99,2,MAY,[0-9a-f]{16}");
                });
    }

    @Test
    void refusesAFileWithoutANormativeSentence() throws IOException {
        String name = file("# Tea\n\nThe water MUST boil.\n");
        refused(name + ": no normative sentence in sections 2 and 3.1 to 3.5", name);
    }

    @Test
    void refusesAFileThatCannotBeRead() throws IOException {
        refused("no-such.md: no such file", folder.resolve("no-such.md").toString());
        Path binary = Files.write(folder.resolve("mc-bup.docx"), "PK\u0003\u0004".getBytes(StandardCharsets.UTF_8));
        refused("not a text file", binary.toString());
    }

    @Test
    void refusesToWriteIfItCannot() throws IOException {
        refused("--write " + folder + ": cannot be written", file(EDITION), "--write", folder.toString());
    }

    private String file(String markdown) throws IOException {
        return Files.writeString(folder.resolve("tea.md"), markdown).toString();
    }

    private static void refused(String message, String... arguments) {
        String[] words = new String[arguments.length + 1];
        words[0] = "fingerprints";
        System.arraycopy(arguments, 0, words, 1, arguments.length);
        CommandOutput output = CommandOutput.of(words);
        assertThat(output.exitCode()).isEqualTo(Main.WRONG_USAGE);
        assertThat(output.err()).contains(message);
    }
}
