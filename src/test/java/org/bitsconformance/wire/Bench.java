package org.bitsconformance.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bitsconformance.transcript.Declared;
import org.bitsconformance.transcript.Event;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Header;
import org.bitsconformance.transcript.RecordWriter;

/** A link to a target, and every event that it recorded. */
final class Bench implements AutoCloseable {

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final TargetLink link;

    private Bench(Target target, Declared declared, Manners manners) {
        this.link = new TargetLink(target, declared, manners, "suite/1.2", events::add);
    }

    static Bench at(Target target) {
        return new Bench(target, Declared.NOTHING, Manners.USUAL);
    }

    static Bench at(Target target, Declared declared) {
        return new Bench(target, declared, Manners.USUAL);
    }

    static Bench at(ScriptedServer server, Manners manners) {
        return new Bench(target(server.url()), Declared.NOTHING, manners);
    }

    static Bench at(ScriptedServer server, Declared declared) {
        return new Bench(target(server.url()), declared, Manners.USUAL);
    }

    static Bench at(ScriptedServer server) {
        return at(target(server.url()));
    }

    /** A target with a time limit long enough for a busy machine, and no read-back. */
    static Target target(String url) {
        return target(url, Duration.ofSeconds(10));
    }

    static Target target(String url, Duration timeout) {
        return target(url, timeout, Trust.PLATFORM);
    }

    static Target target(String url, Duration timeout, Trust trust) {
        return new Target(
                url,
                List.of(),
                Optional.empty(),
                trust,
                false,
                timeout,
                OptionalLong.empty(),
                OptionalLong.empty(),
                ReadBackMode.NONE);
    }

    static Target secretTarget(String url, ReadBackMode readBack, Credentials credentials, Header... headers) {
        return new Target(
                url,
                List.of(headers),
                Optional.of(credentials),
                Trust.PLATFORM,
                false,
                Duration.ofSeconds(10),
                OptionalLong.empty(),
                OptionalLong.empty(),
                readBack);
    }

    TargetLink link() {
        return link;
    }

    BitsClient openCase(String caseId) {
        return link.openCase(caseId);
    }

    List<Event> events() {
        return events;
    }

    <T extends Event> List<T> events(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    List<Exchange> exchanges() {
        return events(Exchange.class);
    }

    /** The record as it is written to disk. */
    String written(Path folder) throws IOException {
        try (RecordWriter writer = new RecordWriter(folder)) {
            events.forEach(writer::write);
        }
        return Files.readString(folder.resolve("events.jsonl"));
    }

    @Override
    public void close() {
        link.close();
    }
}
