package org.bitsconformance.transcript.har;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.protocol.Side;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.CaseStart;
import org.bitsconformance.transcript.Declared;
import org.bitsconformance.transcript.Event;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Probed;
import org.bitsconformance.transcript.RunEnd;
import org.bitsconformance.transcript.RunHeader;

/**
 * Reads a capture in HAR 1.2, as proxies and debuggers write it, as the record of one case: every BITS packet in the
 * order in which it was sent. What such a file does not contain cannot be judged from it; {@link #NOT_SHOWN} names the
 * requirements.
 */
public final class HarReader {

    /** Id of the case that contains the packets of a capture. */
    public static final String CASE = "capture";

    /**
     * Requirements about what a HAR does not show: it has headers and decoded bodies instead of the bytes on the wire,
     * and leaves out what never became HTTP.
     */
    public static final List<String> NOT_SHOWN = List.of(
            "answer.sent", "answer.http", "answer.http-version", "answer.content-length.exact", "answer.body-read");

    private static final long LARGEST_FILE = 256L << 20;

    private HarReader() {}

    /**
     * A capture as a record.
     *
     * @param events its header, and one case
     * @param leftOut how many entries are not BITS packets
     * @param begunBefore how many packets were left out because their sessions were created before the capture began
     * @param twice how many packets were left out because it has them a second time, from the other side of a proxy
     */
    public record Capture(List<Event> events, int leftOut, int begunBefore, int twice) {}

    /**
     * Reads a file, which may be compressed by gzip.
     *
     * @param suite name and version of the suite, for the header of the record
     * @throws IOException when it cannot be read, is not a HAR, or has no BITS packet; the message says so in one line
     */
    public static Capture read(Path file, String suite) throws IOException {
        if (Files.size(file) > LARGEST_FILE) {
            throw new IOException("is larger than 256 MiB");
        }
        JsonNode entries = entries(file, suite);
        List<HarEntry> all = packets(entries);
        if (all.isEmpty()) {
            throw new IOException("has no BITS packet among its " + entries.size() + " entries");
        }
        List<HarEntry> packets = TwoHops.once(all);
        HarSessions sessions = new HarSessions();
        List<Event> events = new ArrayList<>();
        events.add(header(packets.get(0), suite));
        events.add(new Probed(
                packets.stream().flatMap(packet -> packet.server().stream()).findFirst(), Optional.empty()));
        events.add(new CaseStart(CASE, CASE, client(packets.get(0)), List.of("answer.packet-type"), 1));
        int begunBefore = 0;
        for (HarEntry packet : packets) {
            Optional<Integer> session = sessions.of(packet);
            if (session.isPresent()) {
                events.add(packet.exchange(
                        "x" + (events.size() - 2), session.get(), packets.get(0).started()));
            } else {
                begunBefore++;
            }
        }
        Optional<String> refusal = RefusedUpload.among(events);
        events.add(new CaseEnd(
                CASE,
                refusal.isPresent() ? CaseEnd.Ending.PREREQUISITE_MISSING : CaseEnd.Ending.DRIVEN,
                refusal.orElse("")));
        events.add(end(events));
        return new Capture(events, entries.size() - all.size(), begunBefore, all.size() - packets.size());
    }

    private static Map<String, String> client(HarEntry packet) {
        return packet.requestHeaders()
                .first("User-Agent")
                .map(agent -> Map.of("client", agent))
                .orElse(Map.of());
    }

    private static RunEnd end(List<Event> events) {
        List<Exchange> exchanges = events.stream()
                .filter(Exchange.class::isInstance)
                .map(Exchange.class::cast)
                .toList();
        return new RunEnd(
                "",
                exchanges.size(),
                exchanges.stream().mapToLong(one -> one.request().length()).sum(),
                exchanges.stream().mapToLong(one -> one.answer().length()).sum(),
                exchanges.stream()
                                .mapToLong(one -> one.timing().endedMicros())
                                .max()
                                .orElse(0)
                        / 1_000);
    }

    private static List<HarEntry> packets(JsonNode entries) throws IOException {
        List<HarEntry> packets = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            try {
                if (HarEntry.isPacket(entries.get(i))) {
                    packets.add(HarEntry.of(entries.get(i)));
                }
            } catch (IllegalArgumentException e) {
                throw new IOException("log.entries[" + i + "]: " + e.getMessage(), e);
            }
        }
        packets.sort(Comparator.comparing(HarEntry::started));
        return packets;
    }

    private static JsonNode entries(Path file, String suite) throws IOException {
        JsonNode root;
        try (InputStream text = text(file)) {
            root = new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IOException("is not JSON (line " + e.getLocation().getLineNr() + ")", e);
        }
        if (root != null && suite.startsWith(root.at("/log/creator/name").asText("-") + "/")) {
            throw new IOException(
                    "was written by this suite: judge the folder of the run, whose record has every byte");
        }
        JsonNode entries = root == null ? null : root.at("/log/entries");
        if (entries == null || !entries.isArray()) {
            throw new IOException("is no HAR: it has no log.entries");
        }
        return entries;
    }

    /** The file's content; for a compressed file, at most the size of the largest file that is read. */
    private static InputStream text(Path file) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(Files.newInputStream(file));
        bytes.mark(2);
        boolean zipped = bytes.read() == 0x1F && bytes.read() == 0x8B;
        bytes.reset();
        return zipped ? new BoundedInput(new GZIPInputStream(bytes), LARGEST_FILE) : bytes;
    }

    private static RunHeader header(HarEntry first, String suite) {
        return new RunHeader(
                new RunHeader.Origin(RunHeader.FORMAT, suite, first.started()),
                new RunHeader.Tested(
                        first.origin(),
                        "upload",
                        "none",
                        0,
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        Declared.NOTHING),
                new RunHeader.Judging(Dialect.ANY, false, EnumSet.allOf(Side.class)),
                new RunHeader.Cases(CASE, List.of(CASE), RunHeader.PLAN_ORDER));
    }
}
