package org.bitsconformance.requirement;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The texts of all stimuli, in the order of {@code stimuli.yaml}. */
public final class StimulusTexts {

    private static final String RESOURCE = "/stimuli.yaml";

    private final Map<String, StimulusText> byId;

    private StimulusTexts(Map<String, StimulusText> byId) {
        this.byId = Collections.unmodifiableMap(byId);
    }

    /** Reads the texts that come with the suite. */
    public static StimulusTexts load() {
        return Own.TEXTS;
    }

    /** Read on first use. */
    private static final class Own {

        static final StimulusTexts TEXTS = read();
    }

    private static StimulusTexts read() {
        try (InputStream in = StimulusTexts.class.getResourceAsStream(RESOURCE)) {
            return new StimulusTexts(
                    new YAMLMapper().readValue(in, new TypeReference<LinkedHashMap<String, StimulusText>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every text by the id of its stimulus. */
    public Map<String, StimulusText> all() {
        return byId;
    }

    public Optional<StimulusText> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
