package org.bitsconformance.report.reproduce;

import java.util.Optional;

/**
 * Where the uploads of a run went.
 *
 * @param authority host and port
 * @param before what request targets have before the name of an upload
 * @param after what they have after it
 * @param named whether uploads have names
 */
record TargetOfRun(String authority, String before, String after, boolean named) {

    private static final String PLACEHOLDER = "{name}";

    static TargetOfRun of(String url) {
        String rest = url.substring(url.indexOf("://") + 3);
        int slash = rest.indexOf('/');
        String authority = slash < 0 ? rest.replaceFirst("\\?.*", "") : rest.substring(0, slash);
        String resource = slash < 0 ? "/" : rest.substring(slash);
        int name = resource.indexOf(PLACEHOLDER);
        return name < 0
                ? new TargetOfRun(authority, resource, "", resource.endsWith("/"))
                : new TargetOfRun(
                        authority, resource.substring(0, name), resource.substring(name + PLACEHOLDER.length()), true);
    }

    /** The name in a request target; empty if the target has another form. */
    Optional<String> name(String target) {
        if (!named) {
            return target.equals(before) ? Optional.of("") : Optional.empty();
        }
        boolean fits = target.length() > before.length() + after.length()
                && target.startsWith(before)
                && target.endsWith(after);
        return fits
                ? Optional.of(target.substring(before.length(), target.length() - after.length()))
                : Optional.empty();
    }
}
