package org.bitsconformance.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.bitsconformance.protocol.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetFileTests {
    private static final String FOLDER = "src/test/resources/targets/";
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "AREA", "51",
            "TOKEN", "t0ken",
            "USER_NAME", "ann",
            "PASSWORD", "s3cret",
            "OTHER_PASSWORD", "0ther",
            "DENIED_PASSWORD", "d3nied",
            "CLIENT_PASSWORD", "cl1ent",
            "PROXY_PASSWORD", "pr0xy");

    private final TargetFile everyKey = TargetFile.load(FOLDER + "every-key.yaml", ENVIRONMENT::get);

    @Test
    void every_key() {
        assertThat(everyKey)
                .isEqualTo(new TargetFile(
                        Optional.of("Staging"),
                        "https://staging.example:8443/uploads/{name}?area=51",
                        Optional.of(UploadMode.UPLOAD_REPLY),
                        Optional.of(Readback.dir(Path.of(FOLDER + "stored/files"))),
                        OptionalLong.of(4L << 30),
                        OptionalLong.of(13L << 20),
                        new Capabilities(
                                Optional.of(true),
                                Optional.of("upload2.example"),
                                Optional.of(Duration.ofSeconds(110)),
                                Optional.of(Capabilities.Connections.SEVERAL),
                                new Capabilities.Limits(
                                        Optional.of(Duration.ofSeconds(2)),
                                        new Capabilities.Places(
                                                Optional.of("https://staging.example:8443/uploads/"),
                                                Optional.of("https://staging.example:8443/off/{name}"),
                                                Optional.of("https://staging.example:8443/scripts/")))),
                        Optional.of(Duration.ofSeconds(10)),
                        Optional.of("mc-bup"),
                        List.of(
                                new RequestHeader("X-Tenant", "blue"),
                                new RequestHeader("X-Number", "007"),
                                new RequestHeader("X-Tag", "a"),
                                new RequestHeader("X-Tag", "t0ken")),
                        Optional.of(new CredentialSource("ann", "s3cret${x}")),
                        Optional.of(Path.of(FOLDER + "certs/ca.pem")),
                        false,
                        true,
                        OptionalInt.of(4),
                        CleanUp.DELETE,
                        Optional.of(new NotificationSettings(
                                "127.0.0.1:8099",
                                Optional.of("http://suite.example:8099/notify"),
                                NotificationSettings.Type.REFERENCE,
                                Optional.of(Path.of(FOLDER + "spool")),
                                Optional.of(Duration.ofSeconds(3)))),
                        new AccessSettings(
                                Optional.of(AccessSettings.Scheme.DIGEST),
                                Optional.of(new CredentialSource("bea", "0ther")),
                                Optional.of(new CredentialSource("dan", "d3nied")),
                                Optional.of(new AccessSettings.ClientCertificate(
                                        Path.of(FOLDER + "certs/client.p12"), "cl1ent")),
                                Optional.of(new AccessSettings.Proxy(
                                        "proxy.example", 3128, Optional.of(new CredentialSource("pia", "pr0xy")))))));
    }

    @Test
    void shows_no_secrets() {
        assertThat(everyKey.toString()).doesNotContain("s3cret", "t0ken", "ann");
    }

    @Test
    void only_a_url() {
        assertThat(TargetFile.load(FOLDER + "least.yaml", name -> null))
                .isEqualTo(new TargetFile(
                        Optional.empty(),
                        "http://127.0.0.1:8080/uploads/",
                        Optional.empty(),
                        Optional.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        Capabilities.UNDECLARED,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        false,
                        OptionalInt.empty(),
                        CleanUp.NONE,
                        Optional.empty(),
                        AccessSettings.UNDECLARED));
    }

    @Test
    void a_literal_password_and_switches_from_the_environment() {
        TargetFile target = parse("url: http://h/\nuser: ann\npassword: 0123\ninsecure: ${ON}\nmaxUpload: ${MAX}");

        assertThat(target.credentials()).contains(new CredentialSource("ann", "0123"));
        assertThat(target.insecure()).isTrue();
        assertThat(target.maxUpload()).hasValue(2048);
    }

    @Test
    void absolute_paths_stay(@TempDir Path folder) {
        Path ca = folder.resolve("ca.pem").toAbsolutePath();
        TargetFile target = parse("url: http://h/\nca: '" + ca + "'\nreadback: 'dir:" + ca + "'");

        assertThat(target.ca()).contains(ca);
        assertThat(target.readback()).contains(Readback.dir(ca));
    }

    @Test
    void relative_paths_start_at_the_folder_of_the_file(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("t.yaml"), "url: http://h/\nca: ../ca.pem\nreadback: none");
        TargetFile target = TargetFile.load(file.toString(), name -> null);

        assertThat(target.ca()).contains(folder.resolve("../ca.pem"));
        assertThat(target.readback()).contains(Readback.NONE);
    }

    @Test
    void the_dialects_are_those_of_the_protocol() {
        assertThat(TargetFile.DIALECTS)
                .containsExactlyElementsOf(
                        Arrays.stream(Dialect.values()).map(Dialect::optionName).toList());
    }

    private static TargetFile parse(String text) {
        Environment environment = new Environment(Map.of("ON", "true", "MAX", "2 KiB")::get);
        return TargetFileParser.parse(new TextFile("t.yaml", text), environment);
    }
}
