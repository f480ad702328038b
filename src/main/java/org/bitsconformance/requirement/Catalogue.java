package org.bitsconformance.requirement;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitsconformance.protocol.Document;

/** Every requirement, in the order of the catalogue's file {@code catalogue/requirements.yaml}. */
public final class Catalogue {

    private static final String RESOURCE = "/catalogue/requirements.yaml";

    private final Map<String, Requirement> byId = new LinkedHashMap<>();

    private Catalogue(List<Requirement> requirements) {
        for (Requirement requirement : requirements) {
            if (byId.put(requirement.id(), requirement) != null) {
                throw new IllegalStateException("two requirements have the id " + requirement.id());
            }
        }
    }

    /** Reads the catalogue that comes with the suite. */
    public static Catalogue load() {
        try (InputStream in = Catalogue.class.getResourceAsStream(RESOURCE)) {
            return new Catalogue(mapper().readValue(in, new TypeReference<List<Requirement>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Requirement> all() {
        return List.copyOf(byId.values());
    }

    public Optional<Requirement> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * The requirement of an id.
     *
     * @throws IllegalArgumentException when there is none
     */
    public Requirement get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no requirement has the id " + id));
    }

    private static ObjectMapper mapper() {
        return YAMLMapper.builder()
                .addModule(new SimpleModule().addDeserializer(Document.class, new DocumentByTitle()))
                .build();
    }

    private static final class DocumentByTitle extends FromStringDeserializer<Document> {

        private static final long serialVersionUID = 1L;

        DocumentByTitle() {
            super(Document.class);
        }

        @Override
        protected Document _deserialize(String value, DeserializationContext context) {
            return Document.named(value)
                    .orElseThrow(() -> new IllegalArgumentException("no document has the title " + value));
        }
    }
}
