package org.bitsconformance.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bitsconformance.machine.Machine;
import org.bitsconformance.report.document.ReportDocument;
import org.bitsconformance.report.har.HarReport;
import org.bitsconformance.report.html.HtmlReport;
import org.bitsconformance.report.html.SummaryReport;
import org.bitsconformance.report.junit.JUnitReport;
import org.bitsconformance.report.machine.JudgedMachine;
import org.bitsconformance.report.machine.MachineFiles;
import org.bitsconformance.report.reproduce.Reproductions;
import org.bitsconformance.report.text.AsciiJson;
import org.bitsconformance.report.text.ReplacedFile;
import org.bitsconformance.result.RunResult;

/** Writes the reports of a run; {@code docs/reports.md} describes them. */
public final class Reports {

    private Reports() {}

    /**
     * Writes {@code report.json}, {@code junit.xml}, {@code summary.md}, {@code badge.json}, {@code run.har},
     * {@code report.html}, what goes with the results in {@code allure-results}, and the scripts in {@code reproduce}.
     * Replaces each existing report in one step, so that nobody sees it half written.
     *
     * @param folder where they go; created if missing
     * @throws IOException when the folder or a file in it cannot be written
     */
    public static void write(RunResult result, Path folder) throws IOException {
        write(result, Optional.empty(), folder);
    }

    /** The same with the learned state machine: {@code machine.json}, and the machine in the other reports. */
    public static void write(RunResult result, Optional<Machine> learned, Path folder) throws IOException {
        Optional<Machine> machine = learned.map(one -> JudgedMachine.of(one, result));
        Files.createDirectories(folder);
        ReportDocument document = ReportDocument.of(result);
        ReplacedFile.write(folder.resolve("report.json"), out -> AsciiJson.write(document, out));
        ReplacedFile.write(folder.resolve("junit.xml"), out -> JUnitReport.write(result, out));
        ReplacedFile.write(folder.resolve("summary.md"), out -> SummaryReport.write(document, result, machine, out));
        ReplacedFile.write(folder.resolve("badge.json"), out -> BadgeReport.write(result, out));
        ReplacedFile.write(folder.resolve("run.har"), out -> HarReport.write(result, out));
        ReplacedFile.write(
                folder.resolve("report.html"), out -> HtmlReport.write(document, result, machine, folder, out));
        AllureFiles.write(result, folder.resolve("allure-results"));
        Reproductions.write(result, folder);
        if (machine.isPresent()) {
            MachineFiles.write(machine.get(), folder);
        }
    }
}
