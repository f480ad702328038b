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

/** The texts of all causes, in the order of {@code catalogue/causes.yaml}. */
public final class CauseTexts {

    private static final String RESOURCE = "/catalogue/causes.yaml";

    private final Map<String, CauseText> byId = new LinkedHashMap<>();

    private CauseTexts(List<CauseText> texts) {
        for (CauseText text : texts) {
            if (byId.put(text.id(), text) != null) {
                throw new IllegalStateException("two causes have the id " + text.id());
            }
        }
    }

    /** Reads the texts that come with the suite. */
    public static CauseTexts load() {
        return Own.TEXTS;
    }

    /** Read on first use. */
    private static final class Own {

        static final CauseTexts TEXTS = read();
    }

    private static CauseTexts read() {
        try (InputStream in = CauseTexts.class.getResourceAsStream(RESOURCE)) {
            return new CauseTexts(YAMLMapper.builder()
                    .addModule(new Jdk8Module())
                    .build()
                    .readValue(in, new TypeReference<List<CauseText>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<CauseText> all() {
        return List.copyOf(byId.values());
    }

    public Optional<CauseText> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
