package org.bitsconformance.plan;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.target.Access;
import org.bitsconformance.target.CleanUp;
import org.bitsconformance.target.NotificationSettings;
import org.bitsconformance.target.Quoted;
import org.bitsconformance.target.ReadBackMode;
import org.bitsconformance.target.RequestHeader;
import org.bitsconformance.target.RequestSettings;
import org.bitsconformance.target.Target;
import org.bitsconformance.target.TargetException;
import org.bitsconformance.target.TargetUrl;
import org.bitsconformance.target.Trust;
import org.bitsconformance.target.UploadMode;
import org.bitsconformance.target.UploadSettings;
import org.bitsconformance.transcript.http.Header;

/** The keys of a target file, and the description that they make. */
final class TargetFileParser {
    private static final List<String> OWN = List.of(
            "name",
            "url",
            "mode",
            "readback",
            "maxUpload",
            "maxFragment",
            CapabilitiesParser.BLOCK,
            "timeout",
            "dialect",
            "headers",
            "user",
            "password",
            "ca",
            "insecure",
            "methodOverride",
            "parallel",
            "cleanup",
            NotificationParser.BLOCK);

    static final List<String> KEYS =
            Stream.concat(OWN.stream(), AccessParser.KEYS.stream()).toList();

    private final Path file;
    private final YamlFields fields;

    private TargetFileParser(TextFile source, Environment environment) {
        this.file = Path.of(source.name());
        this.fields = new YamlFields(source, KEYS, environment::substitute);
    }

    static TargetFile parse(TextFile source, Environment environment) {
        return new TargetFileParser(source, environment).file();
    }

    private TargetFile file() {
        Optional<Duration> timeout = fields.value("timeout", Durations::parse);
        return new TargetFile(
                fields.value("name", SingleLine::parse),
                target(timeout.orElse(RequestSettings.USUAL.timeout())),
                timeout,
                fields.value("dialect", TargetFileParser::dialect),
                parallel());
    }

    private Target target(Duration timeout) {
        Optional<UploadMode> mode = fields.value("mode", UploadMode::parse);
        Optional<NotificationSettings> notification = NotificationParser.parse(fields, file);
        checkMode(mode, notification);
        Access access = AccessParser.parse(fields, file);
        Target target = new Target(
                fields.required("url", TargetFileParser::url),
                new RequestSettings(headers(), bool("methodOverride"), timeout),
                access,
                new Trust(fields.value("ca", TargetFileParser::path).map(file::resolveSibling), bool("insecure")),
                uploads(mode.orElse(UploadMode.UPLOAD)),
                CapabilitiesParser.parse(fields).with(mode.isPresent(), access.declared()),
                Optional.empty());
        return notification.map(target::notifying).orElse(target);
    }

    private UploadSettings uploads(UploadMode mode) {
        return new UploadSettings(
                mode,
                fields.value("readback", ReadBackMode::parse)
                        .map(readBack -> readBack.relativeTo(file))
                        .orElse(ReadBackMode.AUTO),
                fields.value("cleanup", CleanUp::parse).orElse(CleanUp.NONE),
                bytes("maxUpload"),
                bytes("maxFragment"));
    }

    /**
     * Refuses a mode that contradicts notification: a server that notifies an application answers uploads with its
     * reply.
     */
    private void checkMode(Optional<UploadMode> mode, Optional<NotificationSettings> notification) {
        boolean notifies = notification
                .filter(declared -> declared.type() != NotificationSettings.Type.NONE)
                .isPresent();
        if (notifies && mode.filter(UploadMode.UPLOAD::equals).isPresent()) {
            throw fields.problem("mode", "must be upload-reply together with \"notification\", or be left out");
        }
    }

    private OptionalLong bytes(String key) {
        return fields.value(key, ByteSizes::parse).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    private OptionalInt parallel() {
        return fields.value("parallel", Counts::parseAtOnce)
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    private List<Header> headers() {
        Map<String, String> seen = new HashMap<>();
        return fields.pairs("headers", name -> {
            String first = seen.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
            return value -> header(name, value, Optional.ofNullable(first));
        });
    }

    private static Header header(String name, String value, Optional<String> first) {
        first.ifPresent(same -> {
            throw new IllegalArgumentException(
                    "is the same header as " + Quoted.text(same) + "; give one name a list of values");
        });
        return RequestHeader.of(name, value);
    }

    private static String url(String text) {
        try {
            return Target.at(TargetUrl.parse(text)).url();
        } catch (TargetException e) {
            throw new IllegalArgumentException("cannot be used: " + e.getMessage());
        }
    }

    private static Dialect dialect(String text) {
        return Dialect.named(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "must be one of " + Dialect.names() + ", not " + Quoted.text(text)));
    }

    private boolean bool(String key) {
        return fields.value(key, TargetFileParser::toBool).orElse(false);
    }

    static boolean toBool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("must be true or false, not " + Quoted.text(text));
        };
    }

    static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("must be a valid path, not " + Quoted.text(text));
        }
    }
}
