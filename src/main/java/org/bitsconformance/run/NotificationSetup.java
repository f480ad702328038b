package org.bitsconformance.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.nio.file.Files;
import java.util.Optional;
import java.util.OptionalLong;
import org.bitsconformance.plan.NotificationSettings;
import org.bitsconformance.plan.UploadMode;
import org.bitsconformance.target.ApplicationSetup;
import org.bitsconformance.transcript.DeclaredNotification;
import org.bitsconformance.transcript.http.HostPort;
import org.bitsconformance.transcript.http.UrlText;

/** What follows for a run from how its target notifies a server application. */
final class NotificationSetup {

    private NotificationSetup() {}

    /** A server application that is notified gives a reply. */
    static UploadMode usualMode(Optional<NotificationSettings> notification) {
        return notification
                .filter(given -> given.type() != NotificationSettings.Type.NONE)
                .map(given -> UploadMode.UPLOAD_REPLY)
                .orElse(UploadMode.UPLOAD);
    }

    static ApplicationSetup application(NotificationSettings given, String file) {
        given.files().filter(folder -> !Files.isDirectory(folder)).ifPresent(folder -> {
            throw new UsageException(file + ": \"notification.files\" " + folder + ": no such folder");
        });
        return new ApplicationSetup(
                RunPreparation.word(given.type()),
                given.host(),
                given.port(),
                given.url().map(UrlText::repaired).map(URI::create),
                given.files(),
                given.timeout());
    }

    static DeclaredNotification declared(NotificationSettings given) {
        return new DeclaredNotification(
                RunPreparation.word(given.type()),
                given.url().map(UrlText::repaired).orElse("http://" + given.listen() + DeclaredNotification.PATH),
                given.files().isPresent(),
                given.timeout()
                        .map(timeout -> OptionalLong.of(timeout.toMillis()))
                        .orElse(OptionalLong.empty()),
                given.url()
                        .map(UrlText::repaired)
                        .map(URI::create)
                        .map(url -> isListenedOn(url, given))
                        .orElse(true));
    }

    /** Whether a URL leads straight to the address that is listened on: an address of this machine, and the same port. */
    private static boolean isListenedOn(URI url, NotificationSettings given) {
        if (HostPort.of(url).port() != given.port()) {
            return false;
        }
        String host = HostPort.of(url).host();
        try {
            return host.equalsIgnoreCase(given.host())
                    || NetworkInterface.getByInetAddress(InetAddress.getByName(host)) != null;
        } catch (IOException unknown) {
            return false;
        }
    }
}
