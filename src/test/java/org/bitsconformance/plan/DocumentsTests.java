package org.bitsconformance.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentsTests {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    @Test
    void examples_load() throws IOException {
        for (String example : ExampleFiles.in("docs/plans.md")) {
            assertThat(PlanFile.parse(new TextFile("plan.yaml", example)).include())
                    .isNotEmpty();
        }
        for (String example : ExampleFiles.in("docs/baselines.md")) {
            assertThat(BaselineFile.parse(new TextFile("baseline.yaml", example), LocalDate.of(2026, 3, 1))
                            .entries())
                    .isNotEmpty();
        }
        Environment environment = new Environment(name -> "x");
        for (String example : ExampleFiles.in("docs/targets.md")) {
            assertThat(TargetFileParser.parse(new TextFile("target.yaml", example), environment)
                            .target()
                            .url())
                    .isNotEmpty();
        }
    }

    @Test
    void every_key_has_its_row() throws IOException {
        assertThat(keysOf("docs/plans.md")).isEqualTo(PlanFile.KEYS);
        assertThat(keysOf("docs/targets.md")).containsExactlyInAnyOrderElementsOf(TargetFileParser.KEYS);
        assertThat(rows("docs/baselines.md", "| key of an entry |")).isEqualTo(BaselineFile.KEYS);
        assertThat(rows("docs/targets.md", "| in `capabilities` |")).isEqualTo(CapabilitiesParser.KEYS);
        assertThat(rows("docs/targets.md", "| in `notification` |")).isEqualTo(NotificationParser.KEYS);
    }

    @Test
    void every_plan_has_its_row() throws IOException {
        assertThat(rows("docs/plans.md", "| plan |")).isEqualTo(Plans.names());
    }

    private static List<String> keysOf(String document) throws IOException {
        return rows(document, "| key |");
    }

    private static List<String> rows(String document, String header) throws IOException {
        return Files.readAllLines(Path.of(document)).stream()
                .dropWhile(line -> !line.startsWith(header))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.substring(0, line.indexOf('|', 1)))
                .flatMap(DocumentsTests::codes)
                .toList();
    }

    private static Stream<String> codes(String cell) {
        return CODE.matcher(cell).results().map(found -> found.group(1));
    }
}
