package org.bitsconformance.junit;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.ReferenceOptions;
import org.bitsconformance.reference.fault.Fault;
import org.bitsconformance.reference.server.Protection.User;
import org.bitsconformance.reference.stimulus.Confronting;
import org.bitsconformance.reference.stimulus.Stimuli;
import org.bitsconformance.reference.stimulus.Stimulus;
import org.bitsconformance.upload.ReceivedUpload;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.AssertionFailedError;

/**
 * A BITS server for tests of clients, which also judges the client:
 *
 * <pre>{@code
 * @RegisterExtension
 * final ReferenceServerExtension server = new ReferenceServerExtension();
 *
 * @Test
 * void uploads() {
 *     client.upload(file, server.url("a.bin"));
 *     assertThat(server.uploads().get(0).bytes()).isEqualTo(content);
 *     server.assertConformant();
 * }
 * }</pre>
 *
 * <p>In a static field one server serves all tests of the class and of its nested classes, otherwise each test has its
 * own. The settings are for before it starts. Everything that clients send is recorded and judged by the requirements
 * on clients (docs/client-authors.md).
 */
public final class ReferenceServerExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    private Document dialect = Document.MC_BUP;
    private final List<Fault> faults = new ArrayList<>();
    private Optional<Stimulus> stimulus = Optional.empty();
    private User user = new User("observer", "open-sesame", true);
    private boolean replies;
    private int port;
    private Optional<Path> reports = Optional.empty();
    private int classes;
    private Optional<ObservedServer> running = Optional.empty();

    /** The document that the server follows where the two disagree: {@code mc-bup} (default) or {@code win32}. */
    public ReferenceServerExtension dialect(String name) {
        dialect = ReferenceOptions.dialect(name);
        return this;
    }

    /** Makes the server wrong, by ids of faults as the command {@code faults} lists them. */
    public ReferenceServerExtension faults(String... ids) {
        faults.addAll(ReferenceOptions.faults(ids));
        return this;
    }

    /** Confronts every upload with a stimulus, by its id as the command {@code stimuli} lists them. */
    public ReferenceServerExtension stimulus(String id) {
        stimulus = Optional.of(known(id));
        return this;
    }

    /** The credentials for stimuli that ask for some; by default {@code observer} and {@code open-sesame}. */
    public ReferenceServerExtension user(String name, String password) {
        user = new User(name, password, true);
        return this;
    }

    /** Answers uploads with a reply. */
    public ReferenceServerExtension withReplies() {
        replies = true;
        return this;
    }

    /** The TCP port, from 1 to 65535; by default any free one. */
    public ReferenceServerExtension port(int number) {
        port = number;
        return this;
    }

    /** Writes the record and the reports about the client to this folder when the server stops; by default, nowhere. */
    public ReferenceServerExtension reports(Path folder) {
        reports = Optional.of(folder);
        return this;
    }

    /** The TCP port. */
    public int port() {
        return url().getPort();
    }

    /** The URL of the folder for uploads; ends in a slash. */
    public URI url() {
        return server().url();
    }

    /** The URL of an upload in that folder; {@code name} is percent-encoded where needed. */
    public URI url(String name) {
        return url().resolve(name);
    }

    /** The URL of an upload that meets a stimulus. */
    public URI stimulusUrl(String stimulusId, String name) {
        return url().resolve(Confronting.path(known(stimulusId).id(), name));
    }

    /** What has arrived so far and was not cancelled, by path. */
    public List<ReceivedUpload> uploads() {
        return server().uploads();
    }

    /** What clients have done so far that a requirement does not allow; those that bind come first. */
    public List<ClientFinding> findings() {
        return server().findings();
    }

    /**
     * Fails if the clients so far have broken a binding requirement, or if nothing could be judged because no client
     * has sent a packet.
     */
    public void assertConformant() {
        String broken = findings().stream()
                .filter(ClientFinding::binding)
                .map(ClientFinding::toString)
                .collect(Collectors.joining(System.lineSeparator()));
        if (!broken.isEmpty()) {
            throw new AssertionFailedError(broken);
        }
        if (!server().hasPackets()) {
            throw new AssertionFailedError("no client has sent a BITS packet to " + url());
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        classes++;
        start();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (classes == 0) {
            stop();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        classes--;
        if (classes == 0) {
            stop();
        }
    }

    private void start() {
        if (running.isEmpty()) {
            ReferenceOptions options = ReferenceOptions.conformant(dialect)
                    .withFaults(faults)
                    .confronting(new Confronting(stimulus, user));
            running = Optional.of(ObservedServer.start(replies ? options.withReplies() : options, port, reports));
        }
    }

    private void stop() {
        running.ifPresent(ObservedServer::close);
        running = Optional.empty();
    }

    private ObservedServer server() {
        return running.orElseThrow(
                () -> new IllegalStateException("the server has not started: register it with @RegisterExtension"));
    }

    private static Stimulus known(String id) {
        return Stimuli.named(id)
                .orElseThrow(() ->
                        new IllegalArgumentException("no stimulus is called \"" + id + "\"; see the command stimuli"));
    }
}
