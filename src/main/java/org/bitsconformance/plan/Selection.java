package org.bitsconformance.plan;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * What lists of globs select from ids. In a glob {@code *} is any run of characters and {@code ?} any one; a glob
 * matches whole ids, and case counts.
 *
 * @param ids the selected ids, in the order in which they were offered
 * @param unmatched the globs that match none of the offered ids, so are likely misspelt: first of {@code include}, then
 *     of {@code exclude}, each once
 */
public record Selection(List<String> ids, List<String> unmatched) {
    public Selection {
        ids = List.copyOf(ids);
        unmatched = List.copyOf(unmatched);
    }

    /** Selects the ids that a glob of {@code include} matches and none of {@code exclude} does. */
    public static Selection of(Collection<String> include, Collection<String> exclude, Collection<String> ids) {
        List<String> selected = ids.stream()
                .filter(id -> anyMatches(include, id) && !anyMatches(exclude, id))
                .distinct()
                .toList();
        List<String> unmatched = Stream.concat(include.stream(), exclude.stream())
                .filter(glob -> ids.stream().noneMatch(new Glob(glob)::matches))
                .distinct()
                .toList();
        return new Selection(selected, unmatched);
    }

    private static boolean anyMatches(Collection<String> globs, String id) {
        return globs.stream().anyMatch(glob -> new Glob(glob).matches(id));
    }
}
