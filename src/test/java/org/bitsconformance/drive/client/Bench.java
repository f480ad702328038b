package org.bitsconformance.drive.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bitsconformance.target.Access;
import org.bitsconformance.target.Budget;
import org.bitsconformance.target.Credentials;
import org.bitsconformance.target.ReadBackMode;
import org.bitsconformance.target.RequestSettings;
import org.bitsconformance.target.Target;
import org.bitsconformance.target.Trust;
import org.bitsconformance.target.UploadSettings;
import org.bitsconformance.transcript.Declared;
import org.bitsconformance.transcript.Event;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.RecordWriter;
import org.bitsconformance.transcript.http.Header;

/** A link to a target, and every event that it recorded. */
public final class Bench implements AutoCloseable {

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final TargetLink link;

    private Bench(Target target, Declared declared, Budget budget) {
        this.link = new TargetLink(target.declaring(declared), budget, "suite/1.2", events::add);
    }

    public static Bench at(Target target) {
        return new Bench(target, Declared.NOTHING, Budget.UNLIMITED);
    }

    public static Bench at(Target target, Declared declared) {
        return new Bench(target, declared, Budget.UNLIMITED);
    }

    public static Bench at(ScriptedServer server, Budget budget) {
        return new Bench(target(server.url()), Declared.NOTHING, budget);
    }

    public static Bench at(ScriptedServer server, Declared declared) {
        return new Bench(target(server.url()), declared, Budget.UNLIMITED);
    }

    public static Bench at(ScriptedServer server) {
        return at(target(server.url()));
    }

    /** A target with a time limit long enough for a busy machine, and no read-back. */
    public static Target target(String url) {
        return target(url, Duration.ofSeconds(10));
    }

    public static Target target(String url, Duration timeout) {
        return target(url, timeout, Trust.PLATFORM);
    }

    public static Target target(String url, Duration timeout, Trust trust) {
        return Target.at(url)
                .with(RequestSettings.USUAL.with(timeout))
                .with(trust)
                .with(UploadSettings.USUAL.with(ReadBackMode.NONE));
    }

    public static Target secretTarget(String url, ReadBackMode readBack, Credentials credentials, Header... headers) {
        return Target.at(url)
                .with(new RequestSettings(List.of(headers), false, Duration.ofSeconds(10)))
                .with(Access.OPEN.with(Optional.of(credentials)))
                .with(UploadSettings.USUAL.with(readBack));
    }

    public TargetLink link() {
        return link;
    }

    public BitsClient openCase(String caseId) {
        return link.openCase(caseId);
    }

    public List<Event> events() {
        return events;
    }

    public <T extends Event> List<T> events(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    public List<Exchange> exchanges() {
        return events(Exchange.class);
    }

    /** The record as it is written to disk. */
    public String written(Path folder) throws IOException {
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
