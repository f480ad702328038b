package org.bitsconformance.drive.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.bitsconformance.drive.client.Adaptation.Subject;
import org.bitsconformance.drive.client.BitsClient;
import org.bitsconformance.drive.client.Upload;
import org.bitsconformance.drive.transport.CutOff;
import org.bitsconformance.drive.transport.CutOff.How;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * An upload of gigabytes, with offsets that do not fit into 32 bits. Its content is not stored: it is generated while
 * it is sent, and compared by its digest.
 */
@Isolated("it takes all that a connection carries")
class LargeUploadScenarios {

    private static final long SMALLEST_FRAGMENT = 1 << 20;
    private static final long LARGEST_FRAGMENT = 16 << 20;

    /** The upload is at least this many times as large as a fragment. */
    private static final int PART = 8;

    /** The largest fragment is at least this many times as large as the smallest. */
    private static final int SPREAD = 4;

    private static final int DROPS = 6;
    private static final int GAPS = 4;
    private static final int GAP_FRAGMENT = 4000;
    private static final long SPAN_OF_32_BITS = 1L << 32;
    private static final List<How> HOW = List.of(How.HALF_CLOSE, How.CLOSE, How.RESET);

    @Scenario(
            id = "large-upload",
            about = {Subject.CONNECTIONS, Subject.FRAGMENTS},
            title = "An upload of as many bytes as --size says, in fragments of 1 to 16 MiB; the connection ends within"
                    + " some of them, and some leave a gap, of 4 GiB if the upload is large enough",
            onlyByName = true,
            scaled = Scenario.Measure.SIZE,
            exercises = {
                "fragment.status.next",
                "fragment.status.resumed",
                "fragment.status.gap",
                "fragment.received-range",
                "fragment.received-range.value",
                "close-session.status",
                "delivery.complete"
            })
    void large(Case parameters, BitsClient client) {
        long size = client.scale().size();
        Random chance = new Random(client.scale().seed());
        Upload upload = client.upload(size);
        client.setUp(upload::create);
        List<Long> drops = places(DROPS, size, chance);
        List<Long> gaps = places(GAPS, size, chance);
        gap(upload, chance);
        while (upload.nextOffset() < size) {
            long next = upload.nextOffset();
            long end = Math.min(size, next + fragment(client, chance));
            if (passes(gaps, end)) {
                gap(upload, chance);
            }
            if (passes(drops, end)) {
                drop(upload, end, chance);
                client.setUp(client::ping);
            }
            upload.sendUpTo(end, end - next);
            client.progress(upload.nextOffset(), size);
        }
        upload.close();
        upload.destination().readBackLarge();
    }

    private static List<Long> places(int count, long size, Random chance) {
        List<Long> places = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            places.add((long) (chance.nextDouble() * size));
        }
        Collections.sort(places);
        return places;
    }

    /** Whether the next place is before an offset; drops all such places. */
    private static boolean passes(List<Long> places, long offset) {
        return places.removeIf(place -> place < offset);
    }

    private static long fragment(BitsClient client, Random chance) {
        long largest = Math.min(LARGEST_FRAGMENT, client.scale().size() / PART);
        long smallest = Math.min(SMALLEST_FRAGMENT, largest / SPREAD);
        long length = smallest + (long) (chance.nextDouble() * (largest - smallest));
        return Math.min(length, client.target().uploads().largestFragment().orElse(length));
    }

    /** The connection ends within a fragment, after at least one byte of its body and before the last. */
    private static void drop(Upload upload, long end, Random chance) {
        long length = end - upload.nextOffset();
        How how = HOW.get(chance.nextInt(HOW.size()));
        long sent = 1 + (long) (chance.nextDouble() * (length - 1));
        upload.fragmenting(upload.nextOffset(), end - 1).breakOff(CutOff.inBody(sent, how));
    }

    /**
     * A fragment after a gap: so far ahead that the lower 32 bits of its offset are the expected ones, or as far as the
     * upload goes.
     */
    private static void gap(Upload upload, Random chance) {
        long next = upload.nextOffset();
        long room = upload.size() - GAP_FRAGMENT - next;
        if (room <= 0) {
            return;
        }
        long ahead = room >= SPAN_OF_32_BITS ? SPAN_OF_32_BITS : 1 + (long) (chance.nextDouble() * (room - 1));
        upload.fragment(next + ahead, next + ahead + GAP_FRAGMENT - 1);
    }
}
