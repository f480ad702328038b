package org.bitsconformance.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.ReferenceOptions;
import org.bitsconformance.reference.ReferenceServer;
import org.bitsconformance.reference.server.HostId;
import org.bitsconformance.reference.server.Notifying;
import org.bitsconformance.run.ConformanceRun;
import org.bitsconformance.run.RunRequest;
import org.bitsconformance.target.NotificationSettings;
import org.bitsconformance.target.ReadBackMode;
import org.bitsconformance.target.Target;
import org.bitsconformance.target.UploadSettings;
import org.bitsconformance.transcript.Declared;
import org.bitsconformance.transcript.DeclaredAccess;
import org.bitsconformance.transcript.DeclaredLimits;
import org.bitsconformance.transcript.RunHeader;

/**
 * The reference server that {@code run} starts if no target is given, with everything declared that can be declared. It
 * may notify the server application that the run plays, once the run is known.
 */
final class EmbeddedServer implements AutoCloseable {

    /** The server's own host, so that clients that follow it come back. */
    private static final String HOST = "127.0.0.1";

    private static final Duration FALLBACK = Duration.ofSeconds(110);

    /** How long it waits for a server application; enough for a slow one. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final ReferenceServer server;
    private final Optional<NotificationSettings> notification;
    private final Optional<Path> folder;
    private final AtomicReference<URI> application;
    private final Optional<WholeSetUp> whole;

    private EmbeddedServer(
            ReferenceServer server,
            Optional<NotificationSettings> notification,
            Optional<Path> folder,
            AtomicReference<URI> application,
            Optional<WholeSetUp> whole) {
        this.whole = whole;
        this.server = server;
        this.notification = notification;
        this.folder = folder;
        this.application = application;
    }

    /** The target that describes it. */
    private static Target target(ReferenceServer server) {
        DeclaredLimits places = new DeclaredLimits(
                OptionalLong.empty(),
                Optional.of(server.uploadUrl().toString()),
                Optional.of(server.disabledUrl().toString()),
                Optional.of(server.executeUrl().toString()));
        return Target.at(server.uploadUrl().toString())
                .with(UploadSettings.USUAL.with(ReadBackMode.URL))
                .declaring(new Declared(
                        false,
                        new Declared.Capabilities(
                                Optional.of(false),
                                Optional.of(HOST),
                                OptionalLong.of(FALLBACK.toSeconds()),
                                Optional.empty()),
                        Optional.empty(),
                        DeclaredAccess.UNDECLARED,
                        places));
    }

    /** Its setup, without faults and without a server application. */
    static ReferenceOptions options(Document document) {
        return ReferenceOptions.conformant(document)
                .withoutOverwriting()
                .withHostId(new HostId(HOST, FALLBACK.toSeconds()));
    }

    /**
     * Starts a server that notifies the run's server application in this way; one without notification if the type is
     * none.
     */
    static EmbeddedServer start(ReferenceOptions options, NotificationSettings.Type how) {
        return start(options, how, how != NotificationSettings.Type.NONE, Optional.empty());
    }

    /**
     * Starts a server that shows as much as possible: it also asks for credentials and has limits. One that
     * notifies nobody still has a server application configured.
     */
    static EmbeddedServer startWhole(ReferenceOptions options, NotificationSettings.Type how) {
        return start(options, how, true, Optional.of(WholeSetUp.of(how)));
    }

    /** Starts a server with a configured server application but with notification turned off. */
    static EmbeddedServer startTurnedOff(ReferenceOptions options) {
        return start(options, NotificationSettings.Type.NONE, true, Optional.empty());
    }

    private static EmbeddedServer start(
            ReferenceOptions options, NotificationSettings.Type how, boolean played, Optional<WholeSetUp> whole) {
        AtomicReference<URI> application = new AtomicReference<>(URI.create("http://" + HOST + "/"));
        Optional<Path> folder =
                how == NotificationSettings.Type.REFERENCE ? Optional.of(temporaryFolder()) : Optional.empty();
        Optional<NotificationSettings> notification = played
                ? Optional.of(new NotificationSettings(
                        HOST + ":0", Optional.empty(), how, folder, Optional.of(PATIENCE), true))
                : Optional.empty();
        ReferenceOptions limited = whole.map(more -> more.of(options)).orElse(options);
        ReferenceOptions all = notification.isEmpty()
                ? limited
                : limited.withNotifying(
                        new Notifying(application::get, folder, PATIENCE, how == NotificationSettings.Type.NONE));
        return new EmbeddedServer(ReferenceServer.start(all), notification, folder, application, whole);
    }

    ReferenceServer server() {
        return server;
    }

    /** A copy of the request for a run against it. */
    RunRequest judging(RunRequest request) {
        Target target = whole.map(more -> more.declared(target(server))).orElseGet(() -> target(server));
        return request.against(notification.map(target::notifying).orElse(target));
    }

    /** From now on, notifies the server application of a run. */
    void notify(ConformanceRun run) {
        run.notificationUrl().ifPresent(application::set);
    }

    /** A copy of the request for a run against a server that is set up as in {@link #options}. */
    static RunRequest judging(ReferenceServer server, RunRequest request) {
        return request.against(target(server));
    }

    /** Whether a run judged such a server, by its settings; the server ended with the run. */
    static boolean wasJudged(RunHeader header) {
        Declared declared = header.target().declared();
        return header.target().url().startsWith("http://" + HOST + ":")
                && declared.capabilities().overwrite().equals(Optional.of(false))
                && declared.host().equals(Optional.of(HOST))
                && declared.capabilities().hostIdFallbackSeconds().equals(OptionalLong.of(FALLBACK.toSeconds()));
    }

    @Override
    public void close() {
        server.close();
        folder.ifPresent(EmbeddedServer::delete);
    }

    /** Deletes the folder; what cannot be deleted stays in the system's temporary folder. */
    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            return;
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("bits-handed-over-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
