package org.bitsconformance.transcript.capture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Reads a capture in HAR 1.2, as proxies and debuggers write it, as a record: every BITS packet in the order in which
 * it was sent. What such a file does not contain cannot be judged from it; {@link Capture#NOT_SHOWN} names the
 * requirements.
 */
public final class HarReader {

    private static final long LARGEST_FILE = 256L << 20;

    private HarReader() {}

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
        List<CapturedPacket> packets = packets(entries);
        if (packets.isEmpty()) {
            throw new IOException("has no BITS packet among its " + entries.size() + " entries");
        }
        return Capture.of(Capture.PLAN, suite, packets, entries.size() - packets.size(), "");
    }

    private static List<CapturedPacket> packets(JsonNode entries) throws IOException {
        List<CapturedPacket> packets = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            try {
                HarEntry.of(entries.get(i)).map(HarEntry::packet).ifPresent(packets::add);
            } catch (IllegalArgumentException e) {
                throw new IOException("log.entries[" + i + "]: " + e.getMessage(), e);
            }
        }
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
}
