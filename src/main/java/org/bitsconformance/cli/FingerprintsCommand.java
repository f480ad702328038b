package org.bitsconformance.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.cli.console.ChangeLines;
import org.bitsconformance.plan.InvalidFileException;
import org.bitsconformance.plan.TextFile;
import org.bitsconformance.requirement.Catalogue;
import org.bitsconformance.requirement.Fingerprints;
import org.bitsconformance.requirement.NormativeSentence;
import org.bitsconformance.requirement.NormativeSentences;
import org.bitsconformance.requirement.SentenceChange;
import org.bitsconformance.result.Counted;
import org.bitsconformance.run.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fingerprints}: what another edition of MC-BUP changes for the catalogue. */
@Command(
        name = "fingerprints",
        description = {
            "Compares a copy of MC-BUP with the edition that the catalogue was written from.",
            "It lists the normative sentences that are new, gone, changed or moved, and the requirements that cite"
                    + " them. See docs/catalogue-format.md for the form of the copy."
        },
        mixinStandardHelpOptions = true,
        usageHelpWidth = 80)
final class FingerprintsCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Your copy of MC-BUP, as Markdown.")
    private String file;

    @Option(
            names = "--write",
            paramLabel = "OUT",
            description = "Writes the fingerprints of the copy to a file, as CSV.")
    private Optional<String> output = Optional.empty();

    @Override
    public void run() {
        List<NormativeSentence> edition = NormativeSentences.of(text());
        if (edition.isEmpty()) {
            throw new UsageException(file + ": no normative sentence in sections 2 and 3.1 to 3.5; the headings of"
                    + " MC-BUP as Markdown look like \"## 2.1 Transport\"");
        }
        List<SentenceChange> changes = SentenceChange.between(Fingerprints.load(), edition);
        PrintWriter out = spec.commandLine().getOut();
        ChangeLines lines = new ChangeLines(Catalogue.load());
        changes.forEach(change -> lines.of(change).forEach(out::println));
        out.println(Counted.of(edition.size(), "normative sentence") + ", " + ChangeLines.summary(changes));
        output.ifPresent(name -> {
            write(name, Fingerprints.of(edition).csv());
            out.println("written: " + name);
        });
        out.flush();
    }

    private String text() {
        try {
            return TextFile.read(file).text();
        } catch (InvalidFileException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private static void write(String name, String csv) {
        try {
            Files.writeString(Path.of(name), csv);
        } catch (IOException | InvalidPathException e) {
            throw new UsageException("--write " + name + ": cannot be written");
        }
    }
}
