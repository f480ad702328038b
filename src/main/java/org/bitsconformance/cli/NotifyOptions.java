package org.bitsconformance.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bitsconformance.plan.Durations;
import org.bitsconformance.reference.server.Notifying;
import org.bitsconformance.run.RunPreparation;
import org.bitsconformance.run.UsageException;
import picocli.CommandLine.Option;

/** The options of {@code serve} about a server application that is notified of uploads. */
final class NotifyOptions {

    @Option(
            names = "--notify",
            paramLabel = "URL",
            description = "Notifies a server application of each upload; its answer is the reply; http.")
    private Optional<String> url = Optional.empty();

    @Option(
            names = "--notify-files",
            paramLabel = "DIR",
            description =
                    "Notifies by reference: passes uploads and replies as files in this folder. By default they are"
                            + " passed by value, in the bodies.")
    private Optional<Path> folder = Optional.empty();

    @Option(
            names = "--notify-timeout",
            paramLabel = "DURATION",
            description = "How long to wait for the application's answer; default 30s.")
    private Optional<String> timeout = Optional.empty();

    /** The options as settings; empty without {@code --notify}. Throws {@link UsageException} if they are inconsistent. */
    Optional<Notifying> read() {
        if (url.isEmpty() && (folder.isPresent() || timeout.isPresent())) {
            String given = folder.isPresent() ? "--notify-files" : "--notify-timeout";
            throw new UsageException(given + " needs --notify URL, the server application to notify");
        }
        folder.filter(path -> !Files.isDirectory(path)).ifPresent(path -> {
            throw new UsageException("--notify-files: " + path + " is not a folder; it must exist");
        });
        return url.map(text -> new Notifying(
                parsed(text),
                folder,
                RunPreparation.option("--notify-timeout", timeout.orElse("30s"), Durations::parse)));
    }

    private static URI parsed(String text) {
        return Optional.of(text)
                .flatMap(NotifyOptions::uri)
                .filter(uri -> "http".equalsIgnoreCase(uri.getScheme()))
                .filter(uri -> uri.getHost() != null && uri.getUserInfo() == null && uri.getFragment() == null)
                .orElseThrow(() -> new UsageException("--notify must be an http URL without user or fragment, such as"
                        + " http://127.0.0.1:9000/application"));
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
