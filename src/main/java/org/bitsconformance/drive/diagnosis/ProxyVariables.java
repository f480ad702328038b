package org.bitsconformance.drive.diagnosis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitsconformance.target.Target;
import org.bitsconformance.transcript.http.Excerpt;

/** The proxy that the environment names for other programs, which the suite does not use by itself. */
final class ProxyVariables {

    private static final List<String> OF_HTTPS = List.of("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy");
    private static final List<String> OF_HTTP = List.of("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy");

    private ProxyVariables() {}

    /**
     * A sentence that begins with a space, if the environment names a proxy; empty if it does not, or the target has
     * its own.
     */
    static String hint(Map<String, String> environment, Target target) {
        if (target.access().proxy().isPresent()) {
            return "";
        }
        return Stream.concat(
                        named(environment, OF_HTTPS, target.secure()), named(environment, OF_HTTP, !target.secure()))
                .findFirst()
                .map(name -> " " + name + " is set in the environment (" + shown(environment.get(name))
                        + "), which the suite ignores: if that proxy leads to the server, give it as"
                        + " \"proxy\" in a target file.")
                .orElse("");
    }

    private static Stream<String> named(Map<String, String> environment, List<String> names, boolean wanted) {
        return names.stream()
                .filter(name -> wanted)
                .filter(name ->
                        !Optional.ofNullable(environment.get(name)).orElse("").isBlank());
    }

    /** The value without credentials. */
    private static String shown(String value) {
        return Excerpt.of(value.replaceFirst("(?<=//|^)[^/?#]*@", ""));
    }
}
