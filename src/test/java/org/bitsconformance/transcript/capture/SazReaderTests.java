package org.bitsconformance.transcript.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bitsconformance.transcript.CaseStart;
import org.bitsconformance.transcript.Event;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.RunHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SazReaderTests {

    private static final String PING = """
            BITS_POST http://server.example:8080/upload/a.bin HTTP/1.1
            User-Agent: Microsoft BITS/7.8
            BITS-Packet-Type: Ping
            Cookie: secret
            Content-Length: 0

            """.replace("\n", "\r\n");
    private static final String ACK = """
            HTTP/1.1 200 OK
            BITS-Packet-Type: Ack
            Content-Length: 0

            """.replace("\n", "\r\n");

    @TempDir
    Path folder;

    @Test
    void sessions_are_read_with_their_times_and_clients() throws IOException {
        Capture capture = read(Map.of(
                "_index.htm",
                "<html>",
                "raw/1_c.txt",
                PING,
                "raw/1_s.txt",
                ACK,
                "raw/1_m.xml",
                metadata("12:00:01", "10.0.0.7"),
                "raw/2_c.txt",
                "CONNECT server.example:443 HTTP/1.1\r\nHost: server.example\r\n\r\n",
                "raw/2_s.txt",
                "HTTP/1.1 200 Connection Established\r\n\r\n",
                "raw/3_c.txt",
                PING,
                "raw/3_s.txt",
                ACK,
                "raw/3_m.xml",
                metadata("12:00:00", "10.0.0.8")));
        assertThat(capture.leftOut()).isEqualTo(1);
        assertThat(((RunHeader) capture.events().get(0)).target().url()).isEqualTo("http://server.example:8080/");
        assertThat(all(CaseStart.class, capture))
                .extracting(start -> start.caseId() + " " + start.parameters())
                .containsExactly(
                        "capture {client=Microsoft BITS/7.8 (10.0.0.8)}",
                        "capture-2 {client=Microsoft BITS/7.8 (10.0.0.7)}");
        List<Exchange> exchanges = all(Exchange.class, capture);
        assertThat(exchanges).extracting(one -> one.timing().startedMicros()).containsExactly(0L, 1_000_000L);
        assertThat(exchanges)
                .extracting(one -> one.timing().endedMicros() - one.timing().startedMicros())
                .containsOnly(250_000L);
        assertThat(exchanges).allMatch(one -> one.carriage().proxied());
        assertThat(exchanges.get(0).request().text()).contains("Cookie: ***\r\n");
    }

    @Test
    void without_times_the_numbers_are_the_order_and_without_an_answer_nothing_is_proved() throws IOException {
        Capture capture = read(Map.of(
                "raw/10_c.txt",
                PING.replace("a.bin", "ten.bin"),
                "raw/10_s.txt",
                "",
                "raw/10_m.xml",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;",
                "raw/9_c.txt",
                PING.replace("a.bin", "nine.bin"),
                "raw/9_s.txt",
                ACK));
        List<Exchange> exchanges = all(Exchange.class, capture);
        assertThat(exchanges).extracting(Exchange::ending).containsExactly(Ending.ANSWERED, Ending.CUT_OFF);
        assertThat(exchanges.get(0).request().text()).contains("nine.bin");
    }

    @Test
    void what_is_no_archive_of_packets_is_named() throws IOException {
        assertThatThrownBy(() -> read(Map.of("a.txt", "x")))
                .hasMessage("is no session archive of Fiddler: it has no raw/N_c.txt");
        assertThatThrownBy(() -> read(Map.of("raw/1_c.txt", "GET / HTTP/1.1\r\n\r\n")))
                .hasMessage("has no BITS packet among its 1 sessions");
        Path broken = folder.resolve("broken.saz");
        Files.writeString(broken, "PK and nothing else");
        assertThat(SazReader.isZip(broken)).isTrue();
        assertThatThrownBy(() -> SazReader.read(broken, "suite/1"))
                .message()
                .startsWith("is a zip file that cannot be read: ");
    }

    private static String metadata(String time, String client) {
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?><Session SID=\"1\"><SessionTimers ClientConnected=\"2024-02-05T"
                + time + ".0000000+01:00\" ClientBeginRequest=\"2024-02-05T" + time
                + ".0000000+01:00\" ClientDoneRequest=\"2024-02-05T" + time
                + ".1000000+01:00\" ServerGotRequest=\"0001-01-01T00:00:00\" ClientDoneResponse=\"2024-02-05T" + time
                + ".2500000+01:00\" /><SessionFlags><SessionFlag N=\"x-clientip\" V=\"::ffff:" + client
                + "\" /><SessionFlag N=\"x-clientport\" V=\"4711\" /></SessionFlags></Session>";
    }

    private Capture read(Map<String, String> files) throws IOException {
        Path archive = folder.resolve("a.saz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return SazReader.read(archive, "suite/1");
    }

    private static <T extends Event> List<T> all(Class<T> kind, Capture capture) {
        return capture.events().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
