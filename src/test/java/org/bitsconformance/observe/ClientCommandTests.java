package org.bitsconformance.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientCommandTests {

    private static final ClientCommand.Values VALUES =
            new ClientCommand.Values("http://h:1/a", Path.of("f.bin"), 300, "me", "secret");

    @Test
    void fillsInPlaceholders() {
        assertThat(new ClientCommand(List.of("up", "--to={url}", "{file}", "{size}", "{user}:{password}", "{other}"))
                        .with(VALUES))
                .containsExactly("up", "--to=http://h:1/a", "f.bin", "300", "me:secret", "{other}");
    }

    @Test
    void needsToSayWhatAndWhere() {
        assertThatThrownBy(() -> new ClientCommand(List.of("up", "{file}")))
                .hasMessage("has no {url}: a client must be told where to upload");
        assertThatThrownBy(() -> new ClientCommand(List.of("up", "{url}")))
                .hasMessage("has no {file}: a client must be told what to upload");
    }

    @Test
    void isNamedAfterItsProgram() {
        assertThat(new ClientCommand(List.of("/usr/bin/python3", "tools/up.py", "-v", "x", "{url}", "{file}")).name())
                .isEqualTo("python3 up.py");
        assertThat(new ClientCommand(List.of("./up", "{url}", "{file}")).name()).isEqualTo("up");
    }

    @Test
    void showsNoPassword() {
        assertThat(VALUES.toString()).doesNotContain("secret");
        assertThat(new ClientTrial.Settings(java.time.Duration.ofSeconds(1), "me", "secret").toString())
                .doesNotContain("secret");
    }
}
