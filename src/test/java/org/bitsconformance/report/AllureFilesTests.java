package org.bitsconformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllureFilesTests {

    @TempDir
    Path folder;

    @Test
    void the_environment_says_what_was_judged_and_by_what() throws IOException {
        AllureFiles.write(SampleRun.everyVerdict(SampleRun.HOSTILE), folder);
        AllureFiles.write(SampleRun.everyVerdict(SampleRun.HOSTILE), folder);

        Properties read = new Properties();
        try (InputStream in = Files.newInputStream(folder.resolve("environment.properties"))) {
            read.load(in);
        }
        assertThat(read.stringPropertyNames())
                .containsExactlyInAnyOrder("target", "server", "plan", "order", "dialect", "suite", "java", "os");
        assertThat(read.getProperty("server")).startsWith("Sample/1.0 <script>").contains("\\x1B[31m", "X-Split: yes");
        assertThat(read.getProperty("suite")).startsWith("bits-conformance/");
        assertThat(read.getProperty("java")).isEqualTo(System.getProperty("java.version"));
        assertThat(Files.readString(folder.resolve("environment.properties"))).matches("[\\x20-\\x7E\\n]+");
    }

    @Test
    void files_of_the_user_stay() throws IOException {
        Files.writeString(folder.resolve("environment.properties"), "mine = 1\n");
        Files.writeString(folder.resolve("categories.json"), "[]");
        AllureFiles.write(SampleRun.conformant(), folder);
        assertThat(folder.resolve("environment.properties")).hasContent("mine = 1\n");
        assertThat(folder.resolve("categories.json")).hasContent("[]");
    }

    @ParameterizedTest
    @CsvSource({
        "failed, Ping was answered 202 where 200 is expected., Broken",
        "failed, Ping was answered 202. Unstable: the case was driven 2 times, Unstable",
        "failed, b.yaml:2: ping.status no longer fails: remove the entry, Known",
        "broken, incomplete: there was no answer to Ping, Not judged",
        "broken, incomplete: error of the suite: java.lang.Error, Errors of the suite",
        "skipped, the target's limit: Fragment was answered 413, Skipped: a limit",
        "skipped, the target does not say whether it replaces files, Skipped: not applicable"
    })
    void a_result_belongs_to_one_category(String status, String message, String category) throws IOException {
        AllureFiles.write(SampleRun.conformant(), folder);
        JsonNode categories =
                new ObjectMapper().readTree(folder.resolve("categories.json").toFile());
        List<String> names = StreamSupport.stream(categories.spliterator(), false)
                .filter(one -> one.path("matchedStatuses").get(0).asText().equals(status))
                .filter(one ->
                        (message + "\n  more").matches(one.path("messageRegex").asText()))
                .map(one -> one.path("name").asText())
                .toList();
        assertThat(names).singleElement().asString().startsWith(category);
    }
}
