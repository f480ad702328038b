package org.bitsconformance.reference;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.protocol.UploadProtocol;
import org.bitsconformance.reference.fault.Fault;
import org.bitsconformance.reference.fault.FaultyValues;
import org.bitsconformance.reference.http.Bytes;
import org.bitsconformance.reference.http.HeaderField;
import org.bitsconformance.reference.server.HostId;
import org.bitsconformance.reference.server.Limits;
import org.bitsconformance.reference.server.PacketCheck;
import org.bitsconformance.reference.server.Protection;

/** Traffic in which every protocol fault shows: one line per answer, with session ids replaced by their order. */
public final class FaultTraffic {

    private static final Bytes DATA = TestData.bytes(300);

    private final Driver driver;
    private final Driver elsewhere;
    private final Driver conformant;
    private final List<String> ids = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    private FaultTraffic(Document dialect, Fault... faults) {
        BitsServer server = DirectWire.server(ReferenceOptions.conformant(dialect)
                .withoutOverwriting()
                .withHostId(new HostId("127.0.0.1", 120))
                .withReplies()
                .withLimits(Limits.NONE.withMaximumUploadSize(1L << 40))
                .withFaults(faults));
        this.driver = DirectWire.driver(server, 1);
        this.elsewhere = DirectWire.driver(server, 2);
        this.conformant = DirectWire.driver(dialect);
    }

    public static List<String> of(Document dialect, Fault... faults) {
        FaultTraffic traffic = new FaultTraffic(dialect, faults);
        traffic.drive();
        traffic.lines.addAll(guarded(dialect, faults));
        return traffic.lines;
    }

    /** How a server with access control answers nobody, a user with either password, and a user who may not upload. */
    private static List<String> guarded(Document dialect, Fault... faults) {
        BitsServer server = DirectWire.server(ReferenceOptions.conformant(dialect)
                .withProtection(Protection.by(
                        Protection.Scheme.BASIC,
                        new Protection.User("ann", "right", true),
                        new Protection.User("dan", "denied", false)))
                .withFaults(faults));
        Driver driver = DirectWire.driver(server, 1);
        List<String> said = new ArrayList<>();
        for (String pair : List.of("", "ann:wrong", "ann:right", "dan:denied")) {
            HeaderField[] shown = pair.isEmpty() ? new HeaderField[0] : new HeaderField[] {basic(pair)};
            said.add(summary(driver.packet(PacketType.PING, "/h", shown)));
            said.add(summary(driver.packet(PacketType.FRAGMENT, "/h", shown)));
        }
        return said;
    }

    private static String summary(ReceivedReply reply) {
        return reply.status() + " " + reply.headers().fields();
    }

    private static HeaderField basic(String pair) {
        return new HeaderField(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    private void drive() {
        note(driver.ping("/f"));
        note(driver.packet(PacketType.CREATE_SESSION, "/f"));
        negotiate();
        note(driver.post("/f", Bytes.NONE, new HeaderField(BitsHeaders.PACKET_TYPE, "Hello")));
        note(driver.packet(PacketType.PING, "/f", new HeaderField(BitsHeaders.CONTENT_NAME, "n".repeat(5000))));
        String one = open("/f");
        String two = open("/g");
        note(driver.fragment("/f", one, DATA, 0, 99));
        note(driver.fragment("/g", two, DATA, 0, 99));
        note(driver.fragment("/g", two, DATA, 200, 299));
        note(driver.cancel("/g", two));
        note(driver.get("/g"));
        note(driver.fragment("/g", two, DATA, 0, 99));
        note(driver.cancel("/g", two));
        note(driver.close("/g", two));
        note(driver.packet(PacketType.CLOSE_SESSION, "/f"));
        note(driver.fragment("/f", one, DATA, 50, 149));
        note(driver.fragment("/f", one, "bytes 100-199/301", DATA.slice(100, 200)));
        note(driver.fragment("/f", one, "bytes 100-199/300", DATA.slice(100, 190)));
        note(driver.fragment("/f", one, "100 to 199 of 300", DATA.slice(100, 200)));
        note(driver.post(
                "/f",
                DATA.slice(100, 200),
                new HeaderField(BitsHeaders.PACKET_TYPE, "Fragment"),
                new HeaderField(BitsHeaders.SESSION_ID, one),
                new HeaderField(BitsHeaders.CONTENT_RANGE, "bytes 100-199/300")));
        note(elsewhere.fragment("/f", one, DATA, 250, 299));
        note(driver.fragment("/f", one, DATA, 100, 299));
        note(driver.fragment("/f", one, DATA, 100, 299));
        note(driver.post(
                "/f",
                Bytes.of("x"),
                new HeaderField(BitsHeaders.PACKET_TYPE, "Close-Session"),
                new HeaderField(BitsHeaders.SESSION_ID, one),
                new HeaderField(BitsHeaders.CONTENT_LENGTH, "1")));
        note(driver.close("/f", one));
        note(driver.get("/f"));
        note(driver.fragment("/f", one, DATA, 0, 99));
        note(driver.close("/f", one));
        note(driver.cancel("/f", one));
        note(driver.close("/f", "unknown"));
        note(driver.packet(
                PacketType.CREATE_SESSION,
                "/f",
                new HeaderField(BitsHeaders.SUPPORTED_PROTOCOLS, UploadProtocol.BITS_1_5)));
        String large = open("/i");
        note(driver.fragment("/i", large, "bytes 4294967296-4294967395/4294967396", DATA.slice(0, 100)));
        note(driver.post(
                "/i",
                DATA.slice(0, 100),
                new HeaderField("Host", "127.0.0.1"),
                new HeaderField(BitsHeaders.PACKET_TYPE, "Fragment"),
                new HeaderField(BitsHeaders.SESSION_ID, large),
                new HeaderField(BitsHeaders.CONTENT_RANGE, "bytes 0-99/100"),
                new HeaderField(BitsHeaders.CONTENT_LENGTH, "100")));
        note(driver.fragment("/j", open("/j"), "bytes 0-99/" + (1L << 41), DATA.slice(0, 100)));
        note(driver.fragment("/j", open("/j"), "bytes 000-099/0300", DATA.slice(0, 100)));
        oddSessions();
        HeaderField offer = new HeaderField(BitsHeaders.SUPPORTED_PROTOCOLS, UploadProtocol.BITS_1_5);
        for (String place : List.of("/folder/", PacketCheck.DISABLED + "k", PacketCheck.EXECUTE + "k")) {
            ReceivedReply ack = driver.packet(PacketType.CREATE_SESSION, place, offer);
            lines.add(ack.status() + " " + ack.headers().without(BitsHeaders.SESSION_ID));
        }
    }

    /** Ranges with contradicting numbers, gaps, and sessions that end early or overwrite a larger file. */
    private void oddSessions() {
        String one = open("/m");
        note(driver.fragment("/m", one, "bytes 0-300/300", Bytes.joined(List.of(DATA, Bytes.of("x")))));
        note(driver.fragment("/m", one, "bytes 0-99/300", DATA.slice(0, 100)));
        note(driver.fragment("/m", one, "bytes 100-99/300", Bytes.NONE));
        note(driver.fragment("/m", one, "bytes 150-199/300", DATA.slice(150, 200)));
        note(driver.post(
                "/m",
                Bytes.NONE,
                new HeaderField(BitsHeaders.PACKET_TYPE, "Hello"),
                new HeaderField(BitsHeaders.SESSION_ID, one)));
        String cancelled = open("/n");
        note(driver.cancel("/n", cancelled));
        note(driver.fragment("/n", cancelled, "bytes 0-99/300", DATA.slice(0, 100)));
        String closed = open("/o");
        note(driver.fragment("/o", closed, "bytes 0-99/300", DATA.slice(0, 100)));
        note(driver.close("/o", closed));
        note(driver.fragment("/o", closed, "bytes 100-199/300", DATA.slice(100, 200)));
        String large = open("/p");
        String small = open("/p");
        note(driver.fragment("/p", large, "bytes 0-299/300", DATA));
        note(driver.close("/p", large));
        note(driver.fragment("/p", small, "bytes 0-99/100", DATA.slice(0, 100)));
        note(driver.close("/p", small));
        note(driver.get("/p"));
    }

    private void negotiate() {
        String known = UploadProtocol.BITS_1_5;
        String other = FaultyValues.OTHER_GUID;
        for (String list : List.of(
                known + " " + other,
                other + " " + known,
                known + "," + other,
                known.toUpperCase(Locale.ROOT),
                known + " no-guid",
                known + other,
                "no-guid",
                other)) {
            create(driver, new HeaderField(BitsHeaders.SUPPORTED_PROTOCOLS, list));
        }
        HeaderField offer = new HeaderField(BitsHeaders.SUPPORTED_PROTOCOLS, known);
        create(driver, new HeaderField("bits-supported-protocols", known));
        create(driver, offer, new HeaderField("X-Other", "x"));
        create(elsewhere, offer, new HeaderField(BitsHeaders.CONTENT_NAME, "h"));
    }

    private void create(Driver way, HeaderField... headers) {
        ReceivedReply ack = way.packet(PacketType.CREATE_SESSION, "/h", headers);
        lines.add(ack.status() + " " + ack.headers().without(BitsHeaders.SESSION_ID));
    }

    private String open(String path) {
        ReceivedReply ack = driver.create(path);
        String id = ack.header(BitsHeaders.SESSION_ID).orElseGet(() -> conformant.open(path));
        ids.add(id);
        note(ack);
        lines.add("id of " + id.length() + " characters, the same as number " + ids.indexOf(id));
        return id;
    }

    private void note(ReceivedReply reply) {
        String line = reply.status() + " " + reply.headers() + " "
                + Arrays.hashCode(reply.body().array());
        for (int i = 0; i < ids.size(); i++) {
            line = line.replace(ids.get(i), "session-" + ids.indexOf(ids.get(i)));
        }
        lines.add(line);
    }
}
