package org.bitsconformance.observe;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.bitsconformance.drive.transport.RunClock;
import org.bitsconformance.drive.transport.Secrets;
import org.bitsconformance.run.UnwritableFolder;
import org.bitsconformance.transcript.Event;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.RecordWriter;
import org.bitsconformance.transcript.http.Request;
import org.bitsconformance.transcript.http.WireBytes;

/** The record of an observation: numbers its events, removes credentials, and writes each event at once. */
final class ObservedRecord implements Closeable {

    private final Path out;
    private final RecordWriter writer;
    private final RunClock clock = new RunClock();
    private final Secrets secrets = new Secrets(List.of(), List.of());
    private final AtomicInteger exchanges = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private Optional<String> unwritten = Optional.empty();
    private long sent;
    private long received;

    /**
     * Begins a record.
     *
     * @throws IOException when the folder cannot be written
     */
    ObservedRecord(Path out) throws IOException {
        this.out = out;
        this.writer = new RecordWriter(out.resolve(RecordWriter.FOLDER));
    }

    /** Writes an event. If that fails, nothing more is written; what passes the proxy goes on passing. */
    synchronized void write(Event event) {
        if (unwritten.isEmpty()) {
            try {
                writer.write(event);
                if (event instanceof Exchange exchange) {
                    sent += exchange.request().length();
                    received += exchange.answer().length();
                }
            } catch (UncheckedIOException e) {
                unwritten = Optional.of(UnwritableFolder.words(out, e.getCause()));
            }
        }
    }

    /** Number of bytes of all recorded requests. */
    synchronized long sent() {
        return sent;
    }

    /** Number of bytes of all recorded answers. */
    synchronized long received() {
        return received;
    }

    /** Why the record could not be written; empty while it can. */
    synchronized Optional<String> unwritten() {
        return unwritten;
    }

    /** Notes the credentials of a request, since an answer may repeat them. */
    void hide(Request request) {
        Stream.of("Authorization", "Proxy-Authorization")
                .flatMap(name -> request.headers().all(name).stream())
                .map(value -> value.substring(value.indexOf(' ') + 1).strip())
                .forEach(this::hide);
    }

    private void hide(String token) {
        secrets.add(token);
        try {
            String user = new String(Base64.getDecoder().decode(token), StandardCharsets.ISO_8859_1);
            int colon = user.indexOf(':');
            if (colon >= 0) {
                secrets.add(user.substring(colon + 1));
            }
        } catch (IllegalArgumentException e) {
            // Not Basic: the token has no password to read.
        }
    }

    WireBytes mask(WireBytes bytes) {
        return secrets.mask(bytes);
    }

    long micros() {
        return clock.micros();
    }

    String nextExchange() {
        return "x" + exchanges.incrementAndGet();
    }

    String nextConnection() {
        return "c" + connections.incrementAndGet();
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
