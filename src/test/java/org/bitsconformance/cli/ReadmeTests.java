package org.bitsconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.data.Percentage;
import org.bitsconformance.cli.console.ConsoleSummary;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.ReferenceOptions;
import org.bitsconformance.reference.ReferenceServer;
import org.bitsconformance.reference.fault.FragmentFault;
import org.bitsconformance.report.Reports;
import org.bitsconformance.requirement.Catalogue;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.run.RunPreparation;
import org.bitsconformance.run.RunRequest;
import org.bitsconformance.target.NotificationSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** This version still does what the runs in the README show. */
class ReadmeTests {

    private static final Pattern OUTPUT = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
    private static final Pattern COUNT = Pattern.compile("(\\d+) [a-z]+");

    private static final String OUTDATED = "README.md, first output: replace it by that of ./bits-conformance run";

    /** A new rule or case does not make the page wrong. */
    private static final Percentage FEW_MORE = Percentage.withPercentage(10);

    @TempDir
    Path folder;

    @Test
    void failing_run_is_shown_as_on_the_console() throws IOException {
        StringWriter console = new StringWriter();
        try (ReferenceServer server = ReferenceServer.start(
                ReferenceOptions.conformant(Document.MC_BUP).withFaults(FragmentFault.GAP_ACCEPTED))) {
            RunResult result =
                    InProcess.run(InProcess.request(server.uploadUrl().toString(), folder, "only", "upload-gap"));
            Reports.write(result, folder);
            new ConsoleSummary(new PrintWriter(console)).print(result, folder);
        }
        String shown = outputs().get(1);
        String said = console.toString().replace(folder.toString(), "reports/20260101-121500");

        assertThat(shown.lines()).hasSize(10);
        assertThat(said.replace('\\', '/')).startsWith(shown);
    }

    @Test
    void passing_run_counts_about_as_many_requirements_and_cases_as_exist() throws IOException {
        List<String> lines = outputs().get(0).lines().toList();

        assertThat(lines).hasSize(6);
        assertThat(String.join(" ", lines.subList(0, 2)))
                .as(OUTDATED)
                .isEqualTo("note: " + skipped(lines.get(2)) + " requirements need another set-up; most are judged by "
                        + OtherSetUps.of(RunRequest.ofProperties(name -> null), NotificationSettings.Type.REFERENCE)
                                .orElseThrow());
        assertThat(sum(lines.get(2), "requirements: "))
                .as(OUTDATED)
                .isCloseTo(Catalogue.load().tested().size(), FEW_MORE);
        assertThat(sum(lines.get(3), "cases:        "))
                .as(OUTDATED)
                .isCloseTo(
                        RunPreparation.select(RunRequest.ofProperties(name -> null))
                                .size(),
                        FEW_MORE);
        assertThat(lines.get(5)).isEqualTo("verdict: conformant (plan full)");
    }

    private static String skipped(String line) {
        return line.replaceFirst(".* (\\d+) skip$", "$1");
    }

    private static int sum(String line, String lead) {
        assertThat(line).startsWith(lead);
        return COUNT.matcher(line)
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .sum();
    }

    private static List<String> outputs() throws IOException {
        return OUTPUT.matcher(Files.readString(Path.of("README.md")))
                .results()
                .filter(block -> block.group(1).isEmpty())
                .map(block -> block.group(2))
                .toList();
    }
}
