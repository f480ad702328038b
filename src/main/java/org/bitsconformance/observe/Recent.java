package org.bitsconformance.observe;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is known by some texts, of which the latest are kept: an observation may last for long. Not thread-safe. */
final class Recent<V> {

    private final int most;
    private final Map<String, V> values = new LinkedHashMap<>();

    Recent(int most) {
        this.most = most;
    }

    void put(String key, V value) {
        values.remove(key);
        values.put(key, value);
        if (values.size() > most) {
            values.remove(values.keySet().iterator().next());
        }
    }

    Optional<V> get(String key) {
        return Optional.ofNullable(values.get(key));
    }
}
