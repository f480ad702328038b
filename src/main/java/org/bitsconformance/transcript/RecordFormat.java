package org.bitsconformance.transcript;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Map;

/** A record on disk: JSON Lines in ASCII, one event per line; described in {@code docs/record.md}. */
final class RecordFormat {

    /** Name of the file within the folder of the record. */
    static final String FILE = "events.jsonl";

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private RecordFormat() {}

    static String line(Event event) {
        try {
            return MAPPER.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + event.getClass().getSimpleName(), e);
        }
    }

    static Event event(String line) throws JsonProcessingException {
        Event event = MAPPER.readValue(line, Event.class);
        if (event instanceof RunHeader || event instanceof ReadBack) {
            refuseUnknown(MAPPER.readTree(line), MAPPER.valueToTree(event));
        }
        return event;
    }

    /** Jackson refuses unknown keys itself, except in records that are flat on disk ({@code JsonUnwrapped}). */
    private static void refuseUnknown(JsonNode read, JsonNode known) throws JsonMappingException {
        for (Map.Entry<String, JsonNode> key : read.properties()) {
            if (!known.has(key.getKey())) {
                throw new JsonMappingException(null, "unknown key " + key.getKey());
            }
            if (key.getValue().isObject()) {
                refuseUnknown(key.getValue(), known.get(key.getKey()));
            }
        }
    }
}
