package org.bitsconformance.reference.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.ReferenceOptions;
import org.bitsconformance.reference.ReferenceServer;
import org.bitsconformance.reference.TestData;
import org.bitsconformance.reference.server.Protection.User;
import org.bitsconformance.reference.stimulus.Confronting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientProgramTests {

    @TempDir
    Path folder;

    @Test
    void ends_with_an_exit_code_as_a_program_does() throws Exception {
        byte[] bytes = TestData.bytes(150_000).array();
        String file = Files.write(folder.resolve("a.bin"), bytes).toString();
        try (ReferenceServer server = ReferenceServer.start(ReferenceOptions.conformant(Document.WIN32)
                .confronting(new Confronting(Optional.empty(), new User("me", "secret", true))))) {
            URI url = server.uploadUrl().resolve("a.bin");
            assertThat(ClientProgram.run(url.toString(), file)).isZero();
            assertThat(server.stored(url)).hasValue(bytes);
            String asked = server.stimulusUrl("credentials-digest", "a.bin").toString();
            assertThat(ClientProgram.run(asked, file)).isEqualTo(1);
            assertThat(ClientProgram.run(asked, file, "right", "me:secret")).isZero();
            String refused = server.stimulusUrl("refused-403", "a.bin").toString();
            assertThat(ClientProgram.run(refused, file, "right")).isEqualTo(1);
            assertThat(ClientProgram.run(refused, file, "succeeds-after-403")).isZero();
        }
        assertThat(ClientProgram.run()).isEqualTo(2);
        assertThat(ClientProgram.run("http://127.0.0.1:1/a", file, "no-such-fault"))
                .isEqualTo(2);
        assertThat(ClientProgram.run(
                        "http://127.0.0.1:1/a", folder.resolve("none").toString()))
                .isEqualTo(2);
    }
}
