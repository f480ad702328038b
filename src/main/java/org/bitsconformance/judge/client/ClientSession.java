package org.bitsconformance.judge.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.bitsconformance.judge.history.SessionSpelling;
import org.bitsconformance.protocol.Hresult;
import org.bitsconformance.transcript.http.ContentRange;
import org.bitsconformance.transcript.http.NamedHost;

/** An upload session that the server gave to a client, with the packets that the client sent in it. */
final class ClientSession {

    private final String id;
    private final Turn created;
    private final List<Turn> turns = new ArrayList<>();
    private final Course usual = new Course(false);
    private final Course astray = new Course(true);

    private List<Turn> atNamedHost;

    /** How many of its packets were looked at for its end. */
    private int searched;

    private boolean endFound;

    /** The offsets in the course of the session, each found once: an upload may have thousands of Fragments. */
    final class Course {

        private final List<KnownOffsets> offsets = new ArrayList<>();

        private Course(boolean astray) {
            offsets.add(KnownOffsets.first(astray));
        }

        /** What the client knew before it sent a packet. */
        KnownOffsets before(Turn turn) {
            int count = countBefore(turn);
            while (offsets.size() <= count) {
                int last = offsets.size() - 1;
                offsets.add(offsets.get(last).after(turns.get(last)));
            }
            return offsets.get(count);
        }
    }

    ClientSession(String id, Turn created) {
        this.id = id;
        this.created = created;
    }

    void add(Turn turn) {
        turns.add(turn);
    }

    /** As in the Ack. */
    String id() {
        return id;
    }

    /** The Create-Session. */
    Turn created() {
        return created;
    }

    /** The packets that carry its id, in order. */
    List<Turn> turns() {
        return turns;
    }

    /** The offsets in its course, for a client that went astray or did not. */
    Course offsets(boolean isAstray) {
        return isAstray ? astray : usual;
    }

    /** The number of bytes in the file, as the last Fragment before a packet says it. */
    OptionalLong totalBefore(Turn turn) {
        for (int i = countBefore(turn) - 1; i >= 0; i--) {
            Optional<ContentRange> range = turns.get(i).range();
            if (range.isPresent()) {
                return OptionalLong.of(range.get().total());
            }
        }
        return OptionalLong.empty();
    }

    /** How many of its packets came before another one. */
    private int countBefore(Turn turn) {
        return countBefore(turns, turn);
    }

    private static int countBefore(List<Turn> all, Turn turn) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (all.get(middle).place() < turn.place()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The packets of it that came before another one, in order. */
    List<Turn> before(Turn turn) {
        return turns.subList(0, countBefore(turn));
    }

    /** The packets of it that came after another one, in order. */
    List<Turn> after(Turn turn) {
        int from = countBefore(turn);
        boolean itself = from < turns.size() && turns.get(from).place() == turn.place();
        return turns.subList(itself ? from + 1 : from, turns.size());
    }

    /** The packets of it that went to the host that the server named, in order; found once. */
    List<Turn> atNamedHost() {
        if (atNamedHost == null) {
            atNamedHost = turns.stream()
                    .filter(turn -> Hosts.isAtNamedHost(turn, this))
                    .toList();
        }
        return atNamedHost;
    }

    /** Those of them that came before another packet. */
    List<Turn> atNamedHostBefore(Turn turn) {
        return atNamedHost().subList(0, countBefore(atNamedHost(), turn));
    }

    /** Whether an id names it; other braces or another letter case make no difference here. */
    boolean isNamed(String other) {
        return id.equals(other) || SessionSpelling.same(id, other);
    }

    /** Whether the server had told the client before this packet that the session has ended or is not known. */
    boolean endedBefore(Turn turn) {
        while (searched < countBefore(turn) && !endFound) {
            endFound = tellsEnd(turns.get(searched));
            searched++;
        }
        return endFound && searched <= countBefore(turn);
    }

    private static boolean tellsEnd(Turn one) {
        return one.says(Hresult.BG_E_SESSION_NOT_FOUND) || (one.isEnd() && one.answeredWith(200));
    }

    /** The value of {@code BITS-Host-Id} in its Ack. */
    Optional<String> namedHost() {
        return created.delivered().flatMap(NamedHost::in);
    }
}
