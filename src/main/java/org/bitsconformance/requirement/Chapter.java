package org.bitsconformance.requirement;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bitsconformance.protocol.Side;

/**
 * The requirements of one file of the catalogue.
 *
 * @param file its name
 * @param title what it is about
 * @param requirements in the order of the file
 */
public record Chapter(String file, String title, List<Requirement> requirements) {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new SimpleModule()
                    .addDeserializer(Status.class, new Named<>(Status.class, Status::named))
                    .addDeserializer(Side.class, new Named<>(Side.class, Side::named)))
            .build();

    public Chapter {
        requirements = List.copyOf(requirements);
    }

    /**
     * Reads the entries of a file.
     *
     * @throws IllegalStateException when one is wrong; names the file and the id
     */
    static Chapter parse(String file, String title, String yaml) {
        try {
            List<JsonNode> entries = YAML.readValue(yaml, new TypeReference<List<JsonNode>>() {});
            return new Chapter(
                    file,
                    title,
                    entries.stream().map(entry -> requirement(file, entry)).toList());
        } catch (JacksonException e) {
            throw new IllegalStateException(file + ": " + e.getMessage(), e);
        }
    }

    private static Requirement requirement(String file, JsonNode entry) {
        try {
            return YAML.treeToValue(entry, Requirement.class);
        } catch (JacksonException e) {
            String id = entry.path("id").asText("entry without an id");
            String problem =
                    e instanceof ValueInstantiationException ? e.getCause().getMessage() : e.getOriginalMessage();
            String where = problem.startsWith(id + " ") ? file : file + ": " + id;
            throw new IllegalStateException(where + ": " + problem, e);
        }
    }

    private static final class Named<T> extends FromStringDeserializer<T> {

        private static final long serialVersionUID = 1L;

        private final transient Function<String, Optional<T>> find;

        Named(Class<T> type, Function<String, Optional<T>> find) {
            super(type);
            this.find = find;
        }

        @Override
        protected T _deserialize(String word, DeserializationContext context) throws JacksonException {
            return find.apply(word).orElseThrow(() -> new IllegalArgumentException("unknown word \"" + word + "\""));
        }
    }
}
