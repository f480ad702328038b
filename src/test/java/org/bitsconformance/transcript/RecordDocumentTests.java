package org.bitsconformance.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.bitsconformance.protocol.Identity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The description of the record, for people who read it with other tools, names everything in it. */
class RecordDocumentTests {

    @ParameterizedTest
    @MethodSource("org.bitsconformance.transcript.RecordTests#events")
    void namesEveryFieldAndEveryWordOfEveryEvent(Event event) throws IOException {
        String document = Files.readString(Path.of("docs/record.md"));
        Deque<JsonNode> nodes = new ArrayDeque<>();
        nodes.add(new ObjectMapper().readTree(RecordFormat.line(event)));

        while (!nodes.isEmpty()) {
            for (Map.Entry<String, JsonNode> field : nodes.remove().properties()) {
                assertThat(document).contains("`" + field.getKey() + "`");
                if (field.getValue().isTextual() && field.getValue().asText().matches("[A-Z_]{3,}")) {
                    assertThat(document).contains("`" + field.getValue().asText() + "`");
                }
                if (field.getValue().isObject() && !field.getKey().equals("parameters")) {
                    nodes.add(field.getValue());
                }
            }
        }
        assertThat(document)
                .contains("`"
                        + new ObjectMapper()
                                .readTree(RecordFormat.line(event))
                                .get("event")
                                .asText() + "`");
    }

    @ParameterizedTest
    @EnumSource
    void namesEveryPurpose(Purpose purpose) throws IOException {
        assertThat(Files.readString(Path.of("docs/record.md"))).contains("`" + purpose + "`");
    }

    @ParameterizedTest
    @EnumSource
    void namesEveryIdentity(Identity identity) throws IOException {
        assertThat(Files.readString(Path.of("docs/record.md"))).contains("`" + identity + "`");
    }
}
