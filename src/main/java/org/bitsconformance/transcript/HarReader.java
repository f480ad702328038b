package org.bitsconformance.transcript;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.bitsconformance.protocol.Dialect;

/**
 * Reads a capture in HAR 1.2, as proxies and debuggers write it, as the record of one case: every BITS packet in the order in
 * which it was sent. What such a file does not hold cannot be judged by it; {@link #NOT_SHOWN} names the requirements.
 */
public final class HarReader {

    /** Id of the case that the packets of a capture make. */
    public static final String CASE = "capture";

    /**
     * Requirements about what a HAR does not show: it has headers and decoded bodies, not the bytes as they crossed the wire,
     * and leaves out what never became HTTP.
     */
    public static final List<String> NOT_SHOWN =
            List.of("answer.sent", "answer.http", "answer.content-length.exact", "answer.body-read");

    private static final long LARGEST_FILE = 256L << 20;

    private HarReader() {}

    /**
     * The record that a capture makes.
     *
     * @param events its header, and one case
     * @param leftOut how many entries are no BITS packets
     * @param begunBefore how many packets belong to sessions that were created before the capture began, and are left out
     */
    public record Capture(List<Event> events, int leftOut, int begunBefore) {}

    /**
     * Reads a file.
     *
     * @param suite name and version of the suite, for the header of the record
     * @throws IOException when it cannot be read, is no HAR, or has no BITS packet in it; the message says so in one line
     */
    public static Capture read(Path file, String suite) throws IOException {
        if (Files.size(file) > LARGEST_FILE) {
            throw new IOException("is larger than 256 MiB");
        }
        List<HarEntry> entries = entries(file, suite);
        List<HarEntry> packets = entries.stream()
                .filter(HarEntry::isPacket)
                .sorted(Comparator.comparing(HarEntry::started))
                .toList();
        if (packets.isEmpty()) {
            throw new IOException("has no BITS packet among its " + entries.size() + " entries");
        }
        HarSessions sessions = new HarSessions();
        List<Event> events = new ArrayList<>();
        events.add(header(packets.get(0), suite));
        events.add(new CaseStart(CASE, CASE, Map.of(), List.of("answer.packet-type"), 1));
        int begunBefore = 0;
        for (HarEntry packet : packets) {
            Optional<Integer> session = sessions.of(packet);
            if (session.isPresent()) {
                events.add(packet.exchange(
                        "x" + (events.size() - 1), session.get(), packets.get(0).started()));
            } else {
                begunBefore++;
            }
        }
        events.add(new CaseEnd(CASE, CaseEnd.Ending.DRIVEN, ""));
        return new Capture(events, entries.size() - packets.size(), begunBefore);
    }

    private static List<HarEntry> entries(Path file, String suite) throws IOException {
        JsonNode root;
        try {
            root = new ObjectMapper().readTree(file.toFile());
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
        List<HarEntry> read = new ArrayList<>();
        for (JsonNode entry : entries) {
            try {
                read.add(HarEntry.of(entry));
            } catch (IllegalArgumentException e) {
                throw new IOException("log.entries[" + read.size() + "]: " + e.getMessage(), e);
            }
        }
        return read;
    }

    private static RunHeader header(HarEntry first, String suite) {
        return new RunHeader(
                RunHeader.FORMAT,
                suite,
                first.started(),
                first.origin(),
                "upload",
                "none",
                Dialect.ANY,
                CASE,
                List.of(CASE),
                0,
                OptionalLong.empty(),
                OptionalLong.empty(),
                Declared.NOTHING,
                RunHeader.PLAN_ORDER);
    }
}
