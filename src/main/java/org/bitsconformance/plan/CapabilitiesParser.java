package org.bitsconformance.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.bitsconformance.target.Quoted;
import org.bitsconformance.target.TargetUrl;
import org.bitsconformance.transcript.Declared;
import org.bitsconformance.transcript.DeclaredAccess;
import org.bitsconformance.transcript.DeclaredLimits;

/** The keys of the block {@code capabilities} of a target file. */
final class CapabilitiesParser {
    static final String BLOCK = "capabilities";
    static final List<String> KEYS =
            List.of("overwrite", "hostId", "hostIdFallbackTimeout", "connections", "sessionTimeout", "places");
    static final List<String> PLACES = List.of("directory", "disabled", "execute");

    /** The longest session time-out; a case waits even longer than that. */
    private static final Duration LONGEST_SESSION = Duration.ofSeconds(60);

    /** The Win32 pages allow 300 characters (bits-iis-extension-properties). */
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9_.:\\[\\]-]{1,300}");

    private CapabilitiesParser() {}

    /** What is declared about the target, except mode, access and notification. */
    static Declared parse(YamlFields target) {
        return target.block(BLOCK, KEYS).map(CapabilitiesParser::ofBlock).orElse(Declared.NOTHING);
    }

    private static Declared ofBlock(YamlFields fields) {
        Optional<String> host = fields.value("hostId", CapabilitiesParser::host);
        Optional<Duration> timeout = fields.value("hostIdFallbackTimeout", CapabilitiesParser::seconds);
        if (timeout.isPresent()
                && host.filter(name -> !name.equals(Declared.NO_HOST)).isEmpty()) {
            throw fields.problem("hostIdFallbackTimeout", "also needs a host in \"hostId\"");
        }
        return new Declared(
                false,
                new Declared.Capabilities(
                        fields.value("overwrite", TargetFileParser::toBool),
                        host,
                        number(timeout.map(Duration::toSeconds)),
                        fields.value("connections", CapabilitiesParser::connections)),
                Optional.empty(),
                DeclaredAccess.UNDECLARED,
                limits(fields));
    }

    private static DeclaredLimits limits(YamlFields fields) {
        OptionalLong session = number(fields.value("sessionTimeout", CapabilitiesParser::sessionTimeout)
                .map(Duration::toMillis));
        return fields.block("places", PLACES)
                .map(places -> new DeclaredLimits(
                        session,
                        places.value("directory", CapabilitiesParser::directory),
                        places.value("disabled", TargetUrl::parse),
                        places.value("execute", TargetUrl::parse)))
                .orElse(new DeclaredLimits(session, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private static OptionalLong number(Optional<Long> given) {
        return given.map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    private static String directory(String text) {
        if (text.contains(TargetUrl.NAME_PLACEHOLDER)) {
            throw new IllegalArgumentException(
                    "must be the URL of the directory itself, without " + TargetUrl.NAME_PLACEHOLDER);
        }
        return TargetUrl.parse(text);
    }

    private static Duration sessionTimeout(String text) {
        Duration duration = Durations.parse(text);
        if (duration.compareTo(LONGEST_SESSION) > 0) {
            throw new IllegalArgumentException("must be at most 60s, not " + Quoted.text(text)
                    + ": the suite does not wait longer than that; leave it out");
        }
        return duration;
    }

    private static String host(String text) {
        if (!HOST.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "must be a host name or an IP address such as upload2.example, or none, not " + Quoted.text(text));
        }
        return text;
    }

    private static Duration seconds(String text) {
        Duration duration = Durations.parse(text);
        if (duration.toMillis() % 1000 != 0) {
            throw new IllegalArgumentException(
                    "must be a whole number of seconds such as 110s, not " + Quoted.text(text));
        }
        return duration;
    }

    private static String connections(String text) {
        if (!text.equals("one") && !text.equals("several")) {
            throw new IllegalArgumentException("must be one or several, not " + Quoted.text(text));
        }
        return text;
    }
}
