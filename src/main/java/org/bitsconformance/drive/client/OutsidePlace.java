package org.bitsconformance.drive.client;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bitsconformance.target.Target;

/**
 * Where a name leads that points outside the upload folder.
 *
 * @param path from the folder; has {@code ..} only at its beginning
 * @param url as a client would write it
 */
record OutsidePlace(String path, URI url) {

    private static final String UP = "..";
    private static final Pattern RELATIVE = Pattern.compile("[\\w./-]+");

    /**
     * Removes every encoding from the name. Empty for a name that stays in the folder, is not relative, or leads above
     * the root of the target's URL.
     */
    static Optional<OutsidePlace> of(String name, Target target) {
        String path = withoutDots(decoded(name));
        if (!path.startsWith(UP + "/") || !RELATIVE.matcher(path).matches()) {
            return Optional.empty();
        }
        URI url = target.uploadUrl(path).normalize();
        return url.getRawPath().startsWith("/" + UP) ? Optional.empty() : Optional.of(new OutsidePlace(path, url));
    }

    private static String decoded(String name) {
        String once = name.replaceAll("%25", "%")
                .replaceAll("(?i)%2e", ".")
                .replaceAll("(?i)%2f", "/")
                .replaceAll("(?i)%5c", "/")
                .replace('\\', '/');
        return once.equals(name) ? name : decoded(once);
    }

    private static String withoutDots(String path) {
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : path.split("/", -1)) {
            if (segment.equals(UP) && !segments.isEmpty() && !segments.getLast().equals(UP)) {
                segments.removeLast();
            } else if (!segment.equals(".") && !segment.isEmpty()) {
                segments.add(segment);
            }
        }
        return String.join("/", segments);
    }
}
