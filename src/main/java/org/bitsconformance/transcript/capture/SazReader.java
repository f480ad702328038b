package org.bitsconformance.transcript.capture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.capture.MessageReader.Message;
import org.bitsconformance.transcript.http.WireBytes;

/**
 * Reads a session archive of Fiddler (SAZ): a zip file with a request {@code raw/N_c.txt}, an answer
 * {@code raw/N_s.txt} and times {@code raw/N_m.xml} for each exchange. Fiddler is a proxy, so the bytes are those that it
 * took in and passed on; {@link Capture#NOT_SHOWN} holds for them as well.
 */
public final class SazReader {

    private static final Pattern PART = Pattern.compile("raw[/\\\\](\\d{1,9})_([cms])\\.(?:txt|xml)");
    private static final long LARGEST_CONTENT = 4L << 30;
    private static final int MOST_ENTRIES = 300_000;
    private static final int LONGEST_METADATA = 1 << 20;

    private SazReader() {}

    /** The parts of one exchange in the archive. */
    private static final class Parts {
        private ZipEntry request;
        private ZipEntry answer;
        private ZipEntry metadata;
    }

    /** Whether a file begins as a zip file does. */
    public static boolean isZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(2), StandardCharsets.ISO_8859_1).equals("PK");
        }
    }

    /**
     * Reads an archive.
     *
     * @param suite name and version of the suite, for the header of the record
     * @throws IOException when it cannot be read, is no SAZ, is protected by a password, or has no BITS packet; the
     *     message says so in one line
     */
    public static Capture read(Path file, String suite) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            SortedMap<Integer, Parts> sessions = sessions(zip);
            List<CapturedPacket> packets = new ArrayList<>();
            long read = 0;
            for (Map.Entry<Integer, Parts> one : sessions.entrySet()) {
                Parts parts = one.getValue();
                if (parts.request != null) {
                    read += parts.request.getSize() + (parts.answer == null ? 0 : parts.answer.getSize());
                    check(read <= LARGEST_CONTENT, "is larger than 4 GiB when it is unpacked");
                    packet(zip, one.getKey(), parts).ifPresent(packets::add);
                }
            }
            check(!packets.isEmpty(), "has no BITS packet among its " + sessions.size() + " sessions");
            return Capture.of(Capture.PLAN, suite, packets, sessions.size() - packets.size(), "");
        } catch (ZipException e) {
            String why = String.valueOf(e.getMessage());
            throw new IOException(
                    why.contains("encrypted")
                            ? "is protected by a password: save it without one"
                            : "is a zip file that cannot be read: " + why,
                    e);
        }
    }

    private static SortedMap<Integer, Parts> sessions(ZipFile zip) throws IOException {
        check(zip.size() <= MOST_ENTRIES, "has more than " + MOST_ENTRIES + " files in it");
        SortedMap<Integer, Parts> sessions = new TreeMap<>();
        for (ZipEntry entry : Collections.list(zip.entries())) {
            Matcher name = PART.matcher(entry.getName());
            if (name.matches()) {
                Parts parts = sessions.computeIfAbsent(Integer.valueOf(name.group(1)), number -> new Parts());
                switch (name.group(2)) {
                    case "c" -> parts.request = entry;
                    case "s" -> parts.answer = entry;
                    default -> parts.metadata = entry;
                }
            }
        }
        check(!sessions.isEmpty(), "is no session archive of Fiddler: it has no raw/N_c.txt");
        return sessions;
    }

    private static Optional<CapturedPacket> packet(ZipFile zip, int number, Parts parts) throws IOException {
        Optional<Message> request = message(zip, parts.request, Optional.empty());
        if (request.filter(Message::isPacket).isEmpty()) {
            return Optional.empty();
        }
        Message sent = request.get();
        Optional<Message> answer = parts.answer == null
                ? Optional.empty()
                : message(zip, parts.answer, Optional.of(sent.method())).filter(one -> one.status() > 0);
        SazTimes metadata =
                parts.metadata == null ? SazTimes.none(number) : SazTimes.read(bytes(zip, parts.metadata), number);
        return Optional.of(new CapturedPacket(
                sent.origin(),
                metadata.client(),
                CapturedPacket.Place.unknown(metadata.connection()),
                metadata.times(),
                sent.bytes(),
                answer.map(Message::bytes).orElse(WireBytes.NONE),
                answer.filter(Message::complete).isPresent() ? Ending.ANSWERED : Ending.CUT_OFF));
    }

    private static Optional<Message> message(ZipFile zip, ZipEntry entry, Optional<String> answerTo)
            throws IOException {
        try (InputStream in = new BoundedInput(zip.getInputStream(entry), LARGEST_CONTENT)) {
            MessageReader reader = new MessageReader(in);
            return answerTo.isEmpty() ? reader.request() : reader.answer(answerTo.get());
        }
    }

    private static byte[] bytes(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readNBytes(LONGEST_METADATA);
        }
    }

    private static void check(boolean holds, String complaint) throws IOException {
        if (!holds) {
            throw new IOException(complaint);
        }
    }
}
