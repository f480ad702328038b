package org.bitsconformance.plan;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitsconformance.target.NotificationSettings;
import org.bitsconformance.target.Quoted;
import org.bitsconformance.target.TargetUrl;
import org.bitsconformance.transcript.http.UrlText;

/** The keys of the block {@code notification} of a target file. */
final class NotificationParser {
    static final String BLOCK = "notification";
    static final List<String> KEYS = List.of("type", "listen", "url", "files", "timeout");

    private static final Pattern ADDRESS = Pattern.compile("([A-Za-z0-9_.-]+|\\[[0-9A-Fa-f:.]+]):(\\d{1,5})");
    private static final int HIGHEST_PORT = 65_535;

    private NotificationParser() {}

    /** {@code file} is the target file; relative paths are resolved against its folder. */
    static Optional<NotificationSettings> parse(YamlFields target, Path file) {
        return target.block(BLOCK, KEYS).map(block -> ofBlock(block, file));
    }

    private static NotificationSettings ofBlock(YamlFields fields, Path file) {
        NotificationSettings.Type type = fields.required("type", NotificationSettings.Type::parse);
        String listen = fields.required("listen", NotificationParser::address);
        Optional<URI> url = fields.value("url", NotificationParser::url);
        Optional<Path> files = fields.value("files", TargetFileParser::path).map(file::resolveSibling);
        Optional<Duration> timeout = fields.value("timeout", Durations::parse);
        if (files.isPresent() && type != NotificationSettings.Type.REFERENCE) {
            throw fields.problem("files", "needs the type reference: only then are files passed");
        }
        return new NotificationSettings(listen, url, type, files, timeout);
    }

    private static String address(String text) {
        Matcher address = ADDRESS.matcher(text);
        if (!address.matches()
                || Integer.parseInt(address.group(2)) < 1
                || Integer.parseInt(address.group(2)) > HIGHEST_PORT) {
            throw new IllegalArgumentException(
                    "must be an address of this machine and a port, such as 127.0.0.1:8099, not " + Quoted.text(text));
        }
        return text;
    }

    private static URI url(String text) {
        String url = TargetUrl.parse(text);
        if (!url.regionMatches(true, 0, "http:", 0, "http:".length())) {
            throw new IllegalArgumentException("must begin with http://, not " + Quoted.text(text));
        }
        if (url.contains(TargetUrl.NAME_PLACEHOLDER)) {
            throw new IllegalArgumentException(
                    "must be the same for every upload, without " + TargetUrl.NAME_PLACEHOLDER);
        }
        return URI.create(UrlText.repaired(url));
    }
}
