package org.bitsconformance.plan;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

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
        return new TargetFileParser(source, environment).target();
    }

    private TargetFile target() {
        Optional<UploadMode> mode = fields.value("mode", UploadMode::parse);
        Optional<NotificationSettings> notification = NotificationParser.parse(fields, file);
        checkMode(mode, notification);
        return new TargetFile(
                fields.value("name", SingleLine::parse),
                fields.required("url", TargetUrl::parse),
                mode,
                fields.value("readback", Readback::parse).map(readback -> readback.beside(file)),
                bytes("maxUpload"),
                bytes("maxFragment"),
                CapabilitiesParser.parse(fields),
                fields.value("timeout", Durations::parse),
                fields.value("dialect", TargetFileParser::dialect),
                headers(),
                credentials(fields, "user", "password"),
                fields.value("ca", TargetFileParser::path).map(file::resolveSibling),
                fields.value("insecure", TargetFileParser::bool).orElse(false),
                fields.value("methodOverride", TargetFileParser::bool).orElse(false),
                parallel(),
                fields.value("cleanup", CleanUp::parse).orElse(CleanUp.NONE),
                notification,
                AccessParser.parse(fields, file));
    }

    /** A server that notifies an application answers uploads with its reply. */
    private void checkMode(Optional<UploadMode> mode, Optional<NotificationSettings> notification) {
        boolean notifies = notification
                .filter(declared -> declared.type() != NotificationSettings.Type.NONE)
                .isPresent();
        if (notifies && mode.filter(UploadMode.UPLOAD::equals).isPresent()) {
            throw fields.problem("mode", "must be upload-reply beside \"notification\", or be left out");
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

    private List<RequestHeader> headers() {
        Map<String, String> seen = new HashMap<>();
        return fields.pairs("headers", name -> {
            String first = seen.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
            return value -> header(name, value, Optional.ofNullable(first));
        });
    }

    private static RequestHeader header(String name, String value, Optional<String> first) {
        first.ifPresent(same -> {
            throw new IllegalArgumentException(
                    "is the same header as " + Quoted.text(same) + "; give one name a list of values");
        });
        return new RequestHeader(name, value);
    }

    static Optional<CredentialSource> credentials(YamlFields fields, String userKey, String passwordKey) {
        Optional<String> user = fields.value(userKey, CredentialSource::checkUser);
        Optional<String> password = fields.value(passwordKey, CredentialSource::checkPassword);
        if (user.isPresent() && password.isEmpty()) {
            throw fields.problem(userKey, "needs " + Quoted.text(passwordKey) + " beside it");
        }
        if (user.isEmpty() && password.isPresent()) {
            throw fields.problem(passwordKey, "needs " + Quoted.text(userKey) + " beside it");
        }
        return user.map(name -> new CredentialSource(name, password.orElseThrow()));
    }

    private static String dialect(String text) {
        if (!TargetFile.DIALECTS.contains(text)) {
            throw new IllegalArgumentException(
                    "must be one of " + String.join(", ", TargetFile.DIALECTS) + ", not " + Quoted.text(text));
        }
        return text;
    }

    static boolean bool(String text) {
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
