package org.bitsconformance.requirement;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every conflict of the documents, in the order of {@code catalogue/conflicts.yaml}. */
public final class Conflicts {

    private static final String RESOURCE = "/catalogue/conflicts.yaml";

    private final Map<String, Conflict> byId = new LinkedHashMap<>();

    private Conflicts(List<Conflict> conflicts) {
        for (Conflict conflict : conflicts) {
            if (byId.put(conflict.id(), conflict) != null) {
                throw new IllegalStateException("two conflicts have the id " + conflict.id());
            }
        }
    }

    /** Reads the conflicts that come with the suite. */
    public static Conflicts load() {
        return Own.CONFLICTS;
    }

    /** Read on first use. */
    private static final class Own {

        static final Conflicts CONFLICTS = read();
    }

    private static Conflicts read() {
        try (InputStream in = Conflicts.class.getResourceAsStream(RESOURCE)) {
            return new Conflicts(YAMLMapper.builder()
                    .addModule(new Jdk8Module())
                    .build()
                    .readValue(in, new TypeReference<List<Conflict>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Conflict> all() {
        return List.copyOf(byId.values());
    }

    public Optional<Conflict> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
