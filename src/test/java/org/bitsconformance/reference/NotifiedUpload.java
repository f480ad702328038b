package org.bitsconformance.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.fault.Fault;
import org.bitsconformance.reference.http.Bytes;
import org.bitsconformance.reference.server.Notifying;

/** An upload in two fragments to a server with one fault, which notifies a scripted application. */
final class NotifiedUpload implements AutoCloseable {

    static final Bytes DATA = TestData.bytes(300);

    private static final String TARGET = "/f?account=7";

    private final ScriptedApplication application;
    private final Driver driver;
    private final String id;
    private final ReceivedReply first;
    private final ReceivedReply last;
    private final List<ScriptedApplication.Heard> heardAtFirst;
    private final List<ScriptedApplication.Heard> heardAtLast;

    private NotifiedUpload(ScriptedApplication application, Notifying notifying, Fault fault) {
        this.application = application;
        this.driver = DirectWire.driver(DirectWire.server(ReferenceOptions.conformant(Document.MC_BUP)
                .withNotifying(notifying)
                .withFaults(fault)));
        this.id = driver.open("/f");
        this.first = driver.fragment(TARGET, id, DATA, 0, 99);
        this.heardAtFirst = List.copyOf(application.heard());
        this.last = again();
        this.heardAtLast = List.copyOf(application.heard());
    }

    /** Uploads by value. */
    static NotifiedUpload byValue(Fault fault, ScriptedApplication.Script... scripts) {
        return start(fault, Optional.empty(), ScriptedApplication.PATIENCE, scripts);
    }

    /** Uploads by reference. */
    static NotifiedUpload byReference(Fault fault, Path folder, ScriptedApplication.Script... scripts) {
        return start(fault, Optional.of(folder), ScriptedApplication.PATIENCE, scripts);
    }

    /** Uploads by value to a server with almost no patience. */
    static NotifiedUpload hasty(Fault fault, ScriptedApplication.Script... scripts) {
        return start(fault, Optional.empty(), Duration.ofMillis(100), scripts);
    }

    private static NotifiedUpload start(
            Fault fault, Optional<Path> folder, Duration timeout, ScriptedApplication.Script... scripts) {
        try {
            ScriptedApplication application = new ScriptedApplication(scripts);
            return new NotifiedUpload(application, new Notifying(application.url(), folder, timeout), fault);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Driver driver() {
        return driver;
    }

    /** The answer to the first fragment. */
    ReceivedReply first() {
        return first;
    }

    /** The answer to the last fragment. */
    ReceivedReply last() {
        return last;
    }

    /** Sends the last fragment once more. */
    ReceivedReply again() {
        return driver.fragment(TARGET, id, DATA, 100, 299);
    }

    ReceivedReply close(boolean cancelling) {
        return cancelling ? driver.cancel("/f", id) : driver.close("/f", id);
    }

    /** The notifications that had arrived when the first fragment was answered. */
    List<ScriptedApplication.Heard> heardAtFirst() {
        return heardAtFirst;
    }

    /** The notifications that had arrived when the last fragment was answered. */
    List<ScriptedApplication.Heard> heardAtLast() {
        return heardAtLast;
    }

    /** The notifications that have arrived so far. */
    List<ScriptedApplication.Heard> heard() {
        return application.heard();
    }

    /** The first notification. */
    ScriptedApplication.Heard notice() {
        return heard().get(0);
    }

    /** The only URL in the answer to the last fragment. */
    Optional<String> replyUrl() {
        return last.header(BitsHeaders.REPLY_URL);
    }

    /** What is at the URL where the server keeps the reply, or its status. */
    String reply() {
        ReceivedReply reply = driver.get("/reply/1");
        return reply.status() == 200
                ? new String(reply.body().array(), StandardCharsets.ISO_8859_1)
                : String.valueOf(reply.status());
    }

    @Override
    public void close() {
        try {
            application.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
