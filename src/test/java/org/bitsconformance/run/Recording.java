package org.bitsconformance.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.bitsconformance.result.Baseline;
import org.bitsconformance.result.Finding;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.transcript.Event;
import org.bitsconformance.transcript.RecordReader;

/** The recorded conversations with real servers, which {@code recordings/README.md} describes. */
enum Recording {
    S1,
    S2,
    S3,
    S4,
    S5,
    S6;

    private static final Path FOLDER = Path.of("src/test/resources/recordings");
    private static final Map<Recording, RunResult> JUDGED = new EnumMap<>(Recording.class);

    /** What the rules say about it, under the dialect with which it was recorded; judged once. */
    RunResult result() {
        synchronized (JUDGED) {
            return JUDGED.computeIfAbsent(this, recording -> recording.judged());
        }
    }

    /** The findings that a requirement is broken. */
    List<Finding> broken(String requirement) {
        return result().requirements().stream()
                .filter(one -> one.requirement().id().equals(requirement))
                .flatMap(one -> one.findings().stream())
                .filter(Finding::broken)
                .toList();
    }

    private RunResult judged() {
        return new RecordedRun(events()).judge(Optional.empty(), false, Baseline.NONE);
    }

    private List<Event> events() {
        Path packed = FOLDER.resolve(name().toLowerCase(Locale.ROOT)).resolve("events.jsonl.gz");
        try (InputStream unpacking = new GZIPInputStream(Files.newInputStream(packed))) {
            Path folder = Files.createTempDirectory("recording");
            Path record = folder.resolve("events.jsonl");
            try {
                Files.copy(unpacking, record);
                return RecordReader.read(folder);
            } finally {
                Files.deleteIfExists(record);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
