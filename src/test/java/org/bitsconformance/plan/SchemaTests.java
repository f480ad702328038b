package org.bitsconformance.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTests {
    private final Schema plan = schema("plan-1");
    private final Schema target = schema("target-1");
    private final Schema baseline = schema("baseline-1");

    @ParameterizedTest
    @ValueSource(strings = {"full", "history", "security", "smoke", "upload-reply", "wire"})
    void built_in_plans_are_valid(String name) throws IOException {
        assertThat(errors(plan, Files.readString(Path.of("testplans", name + ".yaml"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"every-key", "least"})
    void sample_targets_are_valid(String name) throws IOException {
        assertThat(errors(target, Files.readString(Path.of("src/test/resources/targets", name + ".yaml"))))
                .isEmpty();
    }

    @Test
    void examples_of_the_documents_are_valid() throws IOException {
        for (String example : ExampleFiles.in("docs/plans.md")) {
            assertThat(errors(plan, example)).as(example).isEmpty();
        }
        for (String example : ExampleFiles.in("docs/baselines.md")) {
            assertThat(errors(baseline, example)).as(example).isEmpty();
        }
        for (String example : ExampleFiles.in("docs/targets.md")) {
            assertThat(errors(target, example)).as(example).isEmpty();
        }
    }

    @Test
    void knows_the_keys_that_the_parsers_accept() {
        assertThat(plan.getSchemaNode().get("properties").propertyNames()).containsExactlyElementsOf(PlanFile.KEYS);
        assertThat(target.getSchemaNode().get("properties").propertyNames())
                .containsExactlyElementsOf(TargetFileParser.KEYS);
        assertThat(baseline.getSchemaNode().get("properties").propertyNames()).containsExactly(BaselineFile.LIST);
        assertThat(baseline.getSchemaNode()
                        .get("$defs")
                        .get("entry")
                        .get("properties")
                        .propertyNames())
                .containsExactlyElementsOf(BaselineFile.KEYS);
    }

    @Test
    void knows_the_capabilities_that_the_parser_accepts() {
        assertThat(target.getSchemaNode()
                        .get("properties")
                        .get("capabilities")
                        .get("properties")
                        .propertyNames())
                .containsExactlyElementsOf(CapabilitiesParser.KEYS);
    }

    @Test
    void knows_the_keys_of_a_notification_that_the_parser_accepts() {
        assertThat(target.getSchemaNode()
                        .get("properties")
                        .get("notification")
                        .get("properties")
                        .propertyNames())
                .containsExactlyElementsOf(NotificationParser.KEYS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "reference", "value"})
    void a_plan_may_drive_a_server_application(String type) {
        assertThat(errors(plan, "name: n\ntitle: t\ninclude: [a]\nnotification: " + type))
                .isEmpty();
    }

    @Test
    void knows_the_limits_that_the_parser_accepts() {
        assertThat(plan.getSchemaNode()
                        .get("properties")
                        .get("budget")
                        .get("properties")
                        .propertyNames())
                .containsExactlyElementsOf(BudgetParser.KEYS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title: t\ninclude: [a]",
                "name: n\ntitle: t\ninclude: []",
                "name: n\ntitle: t\ninclude: a",
                "name: n\ntitle: t\ninclude: [a]\ntimeout: soon",
                "name: n\ntitle: t\ninclude: [a]\nbudget: {}",
                "name: n\ntitle: t\ninclude: [a]\nbudget: {requests: 0}",
                "name: n\ntitle: t\ninclude: [a]\nbudget: {bytes: much}",
                "name: n\ntitle: t\ninclude: [a]\nnotification: both",
                "name: n\ntitle: t\ninclude: [a]\nincludes: [b]"
            })
    void refuses_bad_plans(String text) {
        assertThat(errors(plan, text)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name: x",
                "url: ftp://h/",
                "url: http://u:p@h/",
                "url: http://h/#x",
                "url: http://h/\nurll: x",
                "url: http://h/\nmode: download",
                "url: http://h/\nreadback: maybe",
                "url: http://h/\nmaxUpload: big",
                "url: http://h/\nmaxUpload: 0",
                "url: http://h/\ncapabilities: {}",
                "url: http://h/\ncapabilities: {overwrites: true}",
                "url: http://h/\ncapabilities: {overwrite: maybe}",
                "url: http://h/\ncapabilities: {hostId: http://h/}",
                "url: http://h/\ncapabilities: {hostIdFallbackTimeout: 110s}",
                "url: http://h/\ncapabilities: {connections: 2}",
                "url: http://h/\ncapabilities: {sessionTimeout: 2h}",
                "url: http://h/\ncapabilities: {places: {disable: http://h/}}",
                "url: http://h/\ncapabilities: {places: {disabled: /off}}",
                "url: http://h/\ntimeout: 5",
                "url: http://h/\ndialect: xp",
                "url: http://h/\nheaders: [X]",
                "url: http://h/\nheaders: {BITS-Packet-Type: x}",
                "url: http://h/\nuser: ann",
                "url: http://h/\ninsecure: 1",
                "url: http://h/\nparallel: 0",
                "url: http://h/\nparallel: 65",
                "url: http://h/\ncleanup: all",
                "url: http://h/\nnotification: value",
                "url: http://h/\nnotification: {type: value}",
                "url: http://h/\nnotification: {listen: 'h:1'}",
                "url: http://h/\nnotification: {type: both, listen: 'h:1'}",
                "url: http://h/\nnotification: {type: value, listen: h}",
                "url: http://h/\nnotification: {type: value, listen: 'h:1', url: 'https://h/'}",
                "url: http://h/\nnotification: {type: value, listen: 'h:1', timeout: soon}",
                "url: http://h/\nnotification: {type: value, listen: 'h:1', path: /}"
            })
    void refuses_bad_targets(String text) {
        assertThat(errors(target, text)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "known: all",
                "known: [ping.status]",
                "known: [{requirement: a}]",
                "known: [{reason: a}]",
                "known: [{requirement: a, reason: ' '}]",
                "known: [{requirement: a, reason: b, case: []}]",
                "known: [{requirement: a, reason: b, link: 'ftp://h/'}]",
                "known: [{requirement: a, reason: b, link: 'http://u:p@h/'}]",
                "known: [{requirement: a, reason: b, expires: soon}]",
                "known: [{requirement: a, reason: b, until: 2026-12-31}]",
                "known: []\nmore: 1"
            })
    void refuses_bad_baselines(String text) {
        assertThat(errors(baseline, text)).isNotEmpty();
    }

    @Test
    void a_baseline_may_be_empty() {
        assertThat(errors(baseline, "known: []")).isEmpty();
    }

    private static List<Error> errors(Schema schema, String yaml) {
        return schema.validate(yaml, InputFormat.YAML);
    }

    private static Schema schema(String name) {
        try (InputStream in = SchemaTests.class.getResourceAsStream("/schema/" + name + ".schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
