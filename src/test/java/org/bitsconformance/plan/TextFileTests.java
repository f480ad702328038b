package org.bitsconformance.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFileTests {
    @Test
    void keeps_the_name_that_the_user_gave(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("x.yaml"), "a: \u00fc\r\n\tb");
        String name = folder + "/./x.yaml";

        assertThat(TextFile.read(name)).isEqualTo(new TextFile(name, Files.readString(file)));
    }

    @Test
    void drops_a_byte_order_mark() throws IOException {
        assertThat(read("\uFEFFa: b".getBytes(StandardCharsets.UTF_8)).text()).isEqualTo("a: b");
    }

    @Test
    void no_such_file(@TempDir Path folder) {
        String name = folder.resolve("plan.yaml").toString();

        assertThatExceptionOfType(InvalidFileException.class)
                .isThrownBy(() -> TextFile.read(name))
                .withMessage(name + ": no such file");
    }

    @Test
    void a_folder(@TempDir Path folder) {
        assertThatExceptionOfType(InvalidFileException.class)
                .isThrownBy(() -> TextFile.read(folder.toString()))
                .withMessage(folder + ": is a folder, not a file");
    }

    @Test
    void a_name_that_no_file_can_have() {
        assertThatExceptionOfType(InvalidFileException.class)
                .isThrownBy(() -> TextFile.read("a\0b\u001b[2J.yaml"))
                .withMessage("a\\u0000b\\u001b[2J.yaml: is not a valid file name");
    }

    @Test
    void reasons_why_a_file_cannot_be_read() {
        assertThat(TextFile.cause(new NoSuchFileException("x"))).isEqualTo("no such file");
        assertThat(TextFile.cause(new AccessDeniedException("x"))).isEqualTo("cannot be read: permission denied");
        assertThat(TextFile.cause(new IOException("\n"))).isEqualTo("cannot be read");
    }

    @Test
    void at_most_one_mebibyte() throws IOException {
        byte[] bytes = new byte[1024 * 1024];
        Arrays.fill(bytes, (byte) '#');

        assertThat(read(bytes).text()).hasSize(1024 * 1024);
        refuses(Arrays.copyOf(bytes, bytes.length + 1), "f.yaml: is larger than 1 MiB");
    }

    @Test
    void other_encodings() {
        refuses("a: \u00fc".getBytes(StandardCharsets.ISO_8859_1), "f.yaml: is not a text file in UTF-8");
        refuses("\uFEFFa: b".getBytes(StandardCharsets.UTF_16LE), "f.yaml: is not a text file in UTF-8");
    }

    @Test
    void binary_junk() {
        refuses(new byte[] {'P', 'K', '\n', 3, 4, 0}, "f.yaml:2: has the control character \\u0003; not a text file");
    }

    private static TextFile read(byte[] bytes) throws IOException {
        return TextFile.read("f.yaml", new ByteArrayInputStream(bytes));
    }

    private static void refuses(byte[] bytes, String message) {
        assertThatExceptionOfType(InvalidFileException.class)
                .isThrownBy(() -> read(bytes))
                .withMessage(message);
    }
}
