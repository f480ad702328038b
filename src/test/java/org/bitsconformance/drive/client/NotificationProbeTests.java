package org.bitsconformance.drive.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bitsconformance.drive.client.ScriptedServer.Conduct;
import org.bitsconformance.target.Budget;
import org.bitsconformance.target.NotificationSettings;
import org.bitsconformance.transcript.Declared;
import org.bitsconformance.transcript.Event;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Notification;
import org.bitsconformance.transcript.Probed;
import org.bitsconformance.transcript.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the probe upload concludes about servers that notify, that report that they could not, and that do neither. */
class NotificationProbeTests {

    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String UNREACHED = "HTTP/1.1 500 Down\r\nBITS-Error-Context: %s\r\nBITS-Error: 0x80072efd\r\n";

    private final List<Event> events = new CopyOnWriteArrayList<>();

    /** Whether and how the application is notified of an upload whose last byte has arrived. */
    private interface Notifier {
        void at(URI url, String fragment) throws IOException;
    }

    @Test
    void a_notification_that_arrives_says_nothing_and_leaves_nothing() {
        Probed probed = probe(NotificationSettings.Type.VALUE, OK, (url, fragment) -> notify(url, name(fragment)));

        assertThat(probed.diagnosis()).isEmpty();
        assertThat(probed.notices()).isEmpty();
        assertThat(types()).containsSubsequence("Create-Session", "Fragment", "Close-Session");
        assertThat(events)
                .filteredOn(Exchange.class::isInstance)
                .extracting(event -> ((Exchange) event).purpose())
                .containsOnly(Purpose.PROBE);
        assertThat(events)
                .filteredOn(Notification.class::isInstance)
                .map(Notification.class::cast)
                .singleElement()
                .returns("", Notification::caseId)
                .satisfies(heard ->
                        assertThat(heard.answer().text()).doesNotContainIgnoringCase("BITS-Copy-File-To-Destination"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x7", "7", "0x00000007"})
    void an_application_that_could_not_be_reached_ends_the_run_in_one_sentence(String context) {
        Probed probed = probe(NotificationSettings.Type.VALUE, UNREACHED.formatted(context), (url, fragment) -> {});

        assertThat(probed.diagnosis().orElseThrow())
                .startsWith("No notification arrived at http://127.0.0.1:")
                .contains(
                        "/notify, where the suite plays the server application (it listens at 127.0.0.1, port ",
                        "the last fragment of a probe upload was answered HTTP/1.1 500 Down with BITS-Error-Context "
                                + context + " and BITS-Error 0x80072efd, which means that the server",
                        "Configure this URL on the server for its notifications, or set \"notification\" in the target"
                                + " file");
        assertThat(types()).endsWith("Cancel-Session");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x5", "0x3", "soon"})
    void another_error_is_left_to_the_cases(String context) {
        Probed probed = probe(NotificationSettings.Type.VALUE, UNREACHED.formatted(context), (url, fragment) -> {});

        assertThat(probed.diagnosis()).isEmpty();
        assertThat(probed.notices())
                .singleElement()
                .asString()
                .startsWith("no notification of a probe upload arrived at http://127.0.0.1:")
                .endsWith("/notify, though its last fragment was answered HTTP/1.1 500 Down with BITS-Error-Context "
                        + context + " and BITS-Error 0x80072efd: check where the server sends notifications");
    }

    @Test
    void an_ack_without_a_notification_is_noticed() {
        Probed probed = probe(NotificationSettings.Type.REFERENCE, OK, (url, fragment) -> {});

        assertThat(probed.diagnosis()).isEmpty();
        assertThat(probed.notices())
                .singleElement()
                .asString()
                .endsWith("though its last fragment was answered HTTP/1.1 200 OK: check where the server sends"
                        + " notifications");
    }

    @Test
    void an_error_after_another_connection_came_in_does_not_end_the_run() {
        Probed probed = probe(
                NotificationSettings.Type.VALUE,
                UNREACHED.formatted("0x7"),
                (url, fragment) -> send(url, "\u0016\u0003\u0001\0\0\r\n\r\n"));

        assertThat(probed.diagnosis()).isEmpty();
        assertThat(probed.notices())
                .singleElement()
                .asString()
                .contains("a connection was opened, but no notification came over it");
    }

    @Test
    void an_error_after_a_notification_is_left_to_the_cases() {
        Probed probed = probe(
                NotificationSettings.Type.VALUE,
                UNREACHED.formatted("0x7"),
                (url, fragment) -> notify(url, name(fragment)));

        assertThat(probed.diagnosis()).isEmpty();
        assertThat(probed.notices()).isEmpty();
    }

    @Test
    void without_notification_nothing_is_uploaded() {
        Probed probed = probe(NotificationSettings.Type.NONE, UNREACHED.formatted("0x7"), (url, fragment) -> {});

        assertThat(probed.diagnosis()).isEmpty();
        assertThat(probed.notices()).isEmpty();
        assertThat(types()).doesNotContain("Fragment");
    }

    private Probed probe(NotificationSettings.Type type, String toFragment, Notifier notifier) {
        URI[] url = new URI[1];
        Conduct conduct = connection -> {
            for (String request = connection.read(); !request.isEmpty(); request = connection.read()) {
                boolean last = request.contains("BITS-Packet-Type: Fragment\r\n");
                if (last) {
                    notifier.at(url[0], request);
                }
                connection.send((last ? toFragment : OK) + "BITS-Packet-Type: Ack\r\nBITS-Session-Id: {7}\r\n"
                        + "Content-Length: 0\r\n\r\n");
            }
        };
        NotificationSettings setup =
                new NotificationSettings("127.0.0.1:0", Optional.empty(), type, Optional.empty(), Optional.empty());
        try (ScriptedServer server = ScriptedServer.conducting(conduct);
                TargetLink link = new TargetLink(
                        Bench.target(server.url()).notifying(setup).declaring(Declared.NOTHING),
                        Budget.UNLIMITED,
                        "suite/1",
                        events::add)) {
            url[0] = link.notificationUrl().orElseThrow();
            return link.preflight();
        }
    }

    /** The packet types sent, without repetitions. */
    private List<String> types() {
        return events.stream()
                .filter(Exchange.class::isInstance)
                .map(event ->
                        ((Exchange) event).request().text().replaceFirst("(?s).*BITS-Packet-Type: ([\\w-]+).*", "$1"))
                .toList();
    }

    private static String name(String fragment) {
        return fragment.split(" ", 3)[1];
    }

    private static void notify(URI url, String path) throws IOException {
        send(
                url,
                "POST /notify HTTP/1.1\r\nHost: x\r\nBITS-Original-Request-URL: http://x" + path
                        + "\r\nContent-Length: 0\r\n\r\n");
    }

    /** Sends a request and waits for the end of the answer. */
    private static void send(URI url, String text) throws IOException {
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.getOutputStream().write(text.getBytes(ISO_8859_1));
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        }
    }
}
