package org.bitsconformance.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.plan.InvalidFileException;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.transcript.Event;
import org.bitsconformance.transcript.RecordReader;
import org.bitsconformance.transcript.RecordWriter;
import org.bitsconformance.transcript.capture.Capture;
import org.bitsconformance.transcript.capture.HarReader;
import org.bitsconformance.transcript.capture.SazReader;
import org.bitsconformance.transcript.capture.StreamReader;

/**
 * The result of judging a record of a run, or a capture of other traffic, without a server.
 *
 * @param result its result
 * @param out where the reports and the record go
 * @param notes what the user should know about it, a sentence each
 */
public record Rejudged(RunResult result, Path out, List<String> notes) {

    /** What was read, and what it cannot show. */
    private record Source(List<Event> events, List<String> notes) {}

    /**
     * Reads and judges.
     *
     * @throws UsageException when something is wrong with the request; the message is one line that names it
     */
    public static Rejudged of(JudgeRequest request) {
        Path path = request.source().requests();
        Source source = request.source()
                .answers()
                .map(answers -> streams(path, answers))
                .orElseGet(() -> Files.isDirectory(path) ? run(path) : capture(path));
        RecordedRun recorded = new RecordedRun(source.events());
        Optional<Dialect> dialect = request.dialect().map(RunPreparation::dialect);
        BaselineSetup baseline = baseline(request.baseline());
        Path out = RunPreparation.out(request.out());
        RunResult result = recorded.judge(dialect, request.strict(), baseline.known());
        write(source.events(), path, out);
        return new Rejudged(result, out, source.notes());
    }

    /**
     * Reads a file of known failures, before what it is for is recorded.
     *
     * @throws UsageException when something is wrong with it; the message is one line that names it
     */
    public static void check(Optional<String> baseline) {
        baseline(baseline);
    }

    private static BaselineSetup baseline(Optional<String> file) {
        try {
            return BaselineSetup.of(file, Optional.empty(), LocalDate.now(ZoneId.systemDefault()));
        } catch (InvalidFileException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private static Source run(Path folder) {
        return new Source(record(folder), List.of());
    }

    /**
     * The record in the folder of a run, or in its own folder.
     *
     * @throws UsageException when it cannot be read
     */
    public static List<Event> record(Path folder) {
        Path record =
                Files.isDirectory(folder.resolve(RecordWriter.FOLDER)) ? folder.resolve(RecordWriter.FOLDER) : folder;
        try {
            return RecordReader.read(record);
        } catch (NoSuchFileException e) {
            throw new UsageException(folder + " has no record: there is no " + e.getFile());
        } catch (IOException e) {
            throw new UsageException("the record in " + folder + " cannot be read: " + e.getMessage());
        }
    }

    private static Source capture(Path file) {
        try {
            boolean zip = SazReader.isZip(file);
            Capture capture =
                    zip ? SazReader.read(file, Suite.nameAndVersion()) : HarReader.read(file, Suite.nameAndVersion());
            List<String> notes = new ArrayList<>();
            notes.add((zip
                            ? "A proxy wrote the capture, which shows what it took in and passed on: "
                            : "A HAR has headers and decoded bodies, not the bytes on the wire: ")
                    + String.join(", ", Capture.NOT_SHOWN) + " cannot be judged from it.");
            notes.addAll(leftOut(capture));
            return new Source(capture.events(), notes);
        } catch (NoSuchFileException e) {
            throw new UsageException(file + ": no such file or folder");
        } catch (IOException e) {
            throw new UsageException(file + " " + e.getMessage());
        }
    }

    private static Source streams(Path requests, Path answers) {
        try {
            Capture capture = StreamReader.read(requests, answers, Suite.nameAndVersion());
            List<String> notes = new ArrayList<>(List.of(capture.note()));
            notes.addAll(leftOut(capture));
            return new Source(capture.events(), notes);
        } catch (NoSuchFileException e) {
            throw new UsageException(e.getFile() + ": no such file");
        } catch (IOException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private static List<String> leftOut(Capture capture) {
        List<String> notes = new ArrayList<>();
        if (capture.twice() > 0) {
            String twice = capture.twice() == 1 ? " packet is" : " packets are";
            notes.add("The capture was taken on both sides of a proxy: " + capture.twice() + twice
                    + " in it twice; the copy closer to the server is judged.");
        }
        if (capture.leftOut() > 0) {
            notes.add(
                    capture.leftOut() == 1
                            ? "One of its entries is not a BITS packet and was left out."
                            : capture.leftOut() + " of its entries are not BITS packets and were left out.");
        }
        if (capture.begunBefore() > 0) {
            notes.add(
                    capture.begunBefore() == 1
                            ? "One packet belongs to a session whose start is missing, and was left out."
                            : capture.begunBefore()
                                    + " packets belong to sessions whose start is missing, and were left out.");
        }
        return notes;
    }

    /** Makes the folder complete; the folder of the run itself already has the record. */
    private static void write(List<Event> events, Path source, Path out) {
        if (!isSame(out, source)) {
            write(events, out);
        }
    }

    /**
     * Writes the record into the folder of a run.
     *
     * @throws UsageException when it cannot be written
     */
    public static void write(List<Event> events, Path out) {
        try (RecordWriter record = new RecordWriter(out.resolve(RecordWriter.FOLDER))) {
            events.forEach(record::write);
        } catch (IOException e) {
            throw new UsageException(UnwritableFolder.words(out, e));
        } catch (UncheckedIOException e) {
            throw new UsageException(UnwritableFolder.words(out, e.getCause()));
        }
    }

    /** Whether two paths name the same existing folder. */
    public static boolean isSame(Path one, Path other) {
        try {
            return Files.isDirectory(one) && Files.isDirectory(other) && Files.isSameFile(one, other);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * The path with this name.
     *
     * @param what the command or option that it is an argument of, as messages name it
     * @throws UsageException when it is not a path
     */
    public static Path path(String what, String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new UsageException(what + ": \"" + text + "\" is not a valid path");
        }
    }
}
