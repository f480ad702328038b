package org.bitsconformance.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.target.Access;
import org.bitsconformance.target.CleanUp;
import org.bitsconformance.target.ClientCertificate;
import org.bitsconformance.target.Credentials;
import org.bitsconformance.target.NotificationSettings;
import org.bitsconformance.target.Proxy;
import org.bitsconformance.target.ReadBackMode;
import org.bitsconformance.target.RequestSettings;
import org.bitsconformance.target.Scheme;
import org.bitsconformance.target.Target;
import org.bitsconformance.target.Trust;
import org.bitsconformance.target.UploadMode;
import org.bitsconformance.target.UploadSettings;
import org.bitsconformance.transcript.Declared;
import org.bitsconformance.transcript.DeclaredAccess;
import org.bitsconformance.transcript.DeclaredLimits;
import org.bitsconformance.transcript.DeclaredNotification;
import org.bitsconformance.transcript.http.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
        assertThat(everyKey.name()).contains("Staging");
        assertThat(everyKey.timeout()).contains(Duration.ofSeconds(10));
        assertThat(everyKey.dialect()).contains(Dialect.MC_BUP);
        assertThat(everyKey.parallel()).hasValue(4);
        assertThat(everyKey.target())
                .isEqualTo(new Target(
                        "https://staging.example:8443/uploads/{name}?area=51",
                        new RequestSettings(
                                List.of(
                                        new Header("X-Tenant", "blue"),
                                        new Header("X-Number", "007"),
                                        new Header("X-Tag", "a"),
                                        new Header("X-Tag", "t0ken")),
                                true,
                                Duration.ofSeconds(10)),
                        new Access(
                                Optional.of(Scheme.DIGEST),
                                Optional.of(new Credentials("ann", "s3cret${x}")),
                                Optional.of(new Credentials("bea", "0ther")),
                                Optional.of(new Credentials("dan", "d3nied")),
                                Optional.of(new ClientCertificate(Path.of(FOLDER + "certs/client.p12"), "cl1ent")),
                                Optional.of(new Proxy(
                                        "proxy.example", 3128, Optional.of(new Credentials("pia", "pr0xy"))))),
                        new Trust(Optional.of(Path.of(FOLDER + "certs/ca.pem")), false),
                        new UploadSettings(
                                UploadMode.UPLOAD_REPLY,
                                ReadBackMode.dir(Path.of(FOLDER + "stored/files")),
                                CleanUp.DELETE,
                                OptionalLong.of(4L << 30),
                                OptionalLong.of(13L << 20)),
                        new Declared(
                                true,
                                new Declared.Capabilities(
                                        Optional.of(true),
                                        Optional.of("upload2.example"),
                                        OptionalLong.of(110),
                                        Optional.of("several")),
                                Optional.of(new DeclaredNotification(
                                        "reference",
                                        "http://suite.example:8099/notify",
                                        true,
                                        OptionalLong.of(3000),
                                        false)),
                                new DeclaredAccess(Optional.of("digest"), true, true),
                                new DeclaredLimits(
                                        OptionalLong.of(2000),
                                        Optional.of("https://staging.example:8443/uploads/"),
                                        Optional.of("https://staging.example:8443/off/{name}"),
                                        Optional.of("https://staging.example:8443/scripts/"))),
                        Optional.of(new NotificationSettings(
                                "127.0.0.1:8099",
                                Optional.of(URI.create("http://suite.example:8099/notify")),
                                NotificationSettings.Type.REFERENCE,
                                Optional.of(Path.of(FOLDER + "spool")),
                                Optional.of(Duration.ofSeconds(3))))));
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
                        Target.at("http://127.0.0.1:8080/uploads/"),
                        Optional.empty(),
                        Optional.empty(),
                        OptionalInt.empty()));
    }

    @Test
    void a_literal_password_and_switches_from_the_environment() {
        Target target = parse("url: http://h/\nuser: ann\npassword: 0123\ninsecure: ${ON}\nmaxUpload: ${MAX}");

        assertThat(target.access().user()).contains(new Credentials("ann", "0123"));
        assertThat(target.trust().insecure()).isTrue();
        assertThat(target.uploads().largest()).hasValue(2048);
    }

    @Test
    void absolute_paths_stay(@TempDir Path folder) {
        Path ca = folder.resolve("ca.pem").toAbsolutePath();
        Target target = parse("url: http://h/\nca: '" + ca + "'\nreadback: 'dir:" + ca + "'");

        assertThat(target.trust().authority()).contains(ca);
        assertThat(target.uploads().readBack()).isEqualTo(ReadBackMode.dir(ca));
    }

    @Test
    void relative_paths_start_at_the_folder_of_the_file(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("t.yaml"), "url: http://h/\nca: ../ca.pem\nreadback: none");
        Target target = TargetFile.load(file.toString(), name -> null).target();

        assertThat(target.trust().authority()).contains(folder.resolve("../ca.pem"));
        assertThat(target.uploads().readBack()).isEqualTo(ReadBackMode.NONE);
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void the_dialects_are_those_of_the_protocol(Dialect dialect) {
        TargetFile file = TargetFileParser.parse(
                new TextFile("t.yaml", "url: http://h/\ndialect: " + dialect.optionName()),
                new Environment(name -> null));

        assertThat(file.dialect()).contains(dialect);
    }

    private static Target parse(String text) {
        Environment environment = new Environment(Map.of("ON", "true", "MAX", "2 KiB")::get);
        return TargetFileParser.parse(new TextFile("t.yaml", text), environment).target();
    }
}
