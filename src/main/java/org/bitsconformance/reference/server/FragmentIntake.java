package org.bitsconformance.reference.server;

import java.util.function.BooleanSupplier;
import org.bitsconformance.reference.http.Bytes;
import org.bitsconformance.reference.http.FragmentRange;

/**
 * Handles the fragments of open sessions (MC-BUP 3.2.5.2.6; Win32 fragment).
 *
 * @param crowd whether so many sessions are open that a faulty server loses track of them
 */
public record FragmentIntake(
        DocumentReading reading,
        Conduct conduct,
        Acks acks,
        Mixer mixer,
        BooleanSupplier crowd,
        Limits limits,
        Room room) {

    /** A larger upload is kept as length and digest, if any size is accepted; in bytes. */
    private static final long SMALL = 1 << 20;

    /**
     * How much of an upload is kept.
     *
     * @param mostBytes how many bytes in memory
     * @param anySize whether a large upload is accepted, and only its length and digest kept
     */
    public record Room(long mostBytes, boolean anySize) {}

    /** Answers a well-formed Fragment, under the lock of its session. */
    Ack take(PacketInSession exchange, Session session) {
        StoredUpload upload = session.upload();
        FragmentRange range = exchange.range().orElseGet(() -> nextRange(exchange, upload));
        if (upload.contradicts(range) && !conduct.overlooks(Refusal.OTHER_TOTAL, exchange)) {
            return acks.refuse(exchange, Refusal.OTHER_TOTAL);
        }
        if (!limits.admit(range) && !conduct.overlooks(Refusal.TOO_LARGE, exchange)) {
            return acks.refuse(exchange, Refusal.TOO_LARGE);
        }
        boolean otherLength = exchange.packet().body().length() != range.length();
        if (otherLength && !conduct.overlooks(Refusal.OTHER_LENGTH, exchange)) {
            return acks.refuse(exchange, Refusal.OTHER_LENGTH);
        }
        if (range.first() > upload.received()) {
            return conduct.commits(Misbehaviour.FILLS_GAPS, exchange) || conduct.overlooks(Refusal.GAP, exchange)
                    ? fillGap(exchange, session, range)
                    : acks.refuse(exchange, Refusal.GAP);
        }
        if (range.first() < upload.received()) {
            return takeOverlap(exchange, session, range);
        }
        return conduct.commits(Misbehaviour.DROPS_FRAGMENTS, exchange)
                ? acks.acceptUpTo(exchange, upload.received())
                : store(exchange, session, range, exchange.packet().body());
    }

    /**
     * Handles what arrived of a fragment that was cut off, under the lock of its session. The documents permit a server
     * to keep any part of it; a conformant server of this kind keeps nothing.
     */
    void takeCutOff(PacketInSession exchange, Session session) {
        StoredUpload upload = session.upload();
        Bytes part = exchange.packet().body();
        boolean twice = conduct.commits(Misbehaviour.COUNTS_PARTS_TWICE);
        boolean lost = conduct.commits(Misbehaviour.LOSES_PARTS);
        exchange.range()
                .filter(range -> (twice || lost) && !part.isEmpty())
                .filter(range -> range.first() == upload.received() && !upload.contradicts(range))
                .ifPresent(range -> {
                    long counted = twice ? 2L * part.length() : part.length();
                    long last = Math.min(range.first() + counted, range.total()) - 1;
                    upload.append(new FragmentRange(range.first(), last, range.total()), lost ? Bytes.NONE : part);
                });
    }

    /** The range that continues from the bytes received, for a packet whose own range was overlooked. */
    private static FragmentRange nextRange(PacketInSession exchange, StoredUpload upload) {
        long end = upload.received() + exchange.packet().body().length();
        return new FragmentRange(upload.received(), end - 1, upload.total().orElse(end));
    }

    private Ack takeOverlap(PacketInSession exchange, Session session, FragmentRange range) {
        if (conduct.commits(Misbehaviour.STORES_OVERLAPS_TWICE, exchange)) {
            return store(exchange, session, range, exchange.packet().body());
        }
        StoredUpload upload = session.upload();
        if (conduct.commits(Misbehaviour.OVERWRITES_OVERLAPS)) {
            upload.replace(range.first(), exchange.packet().body());
            return store(exchange, session, range, partNotThere(exchange, upload, range));
        }
        return switch (reading.overlap(range, upload)) {
            case WRITE -> store(exchange, session, range, partNotThere(exchange, upload, range));
            case ACCEPT_REPEAT -> acks.acceptUpTo(exchange, upload.received());
            case REFUSE -> acks.refuse(exchange, Refusal.OVERLAP);
        };
    }

    private static Bytes partNotThere(PacketInSession exchange, StoredUpload upload, FragmentRange range) {
        Bytes body = exchange.packet().body();
        int alreadyThere = (int) Math.min(body.length(), upload.received() - range.first());
        return body.slice(alreadyThere, body.length());
    }

    private Ack fillGap(PacketInSession exchange, Session session, FragmentRange range) {
        StoredUpload upload = session.upload();
        long gap = range.first() - upload.received();
        if (gap > room.mostBytes() - upload.stored()) {
            return acks.refuse(exchange, Refusal.TOO_LARGE);
        }
        FragmentRange zeros = new FragmentRange(upload.received(), range.first() - 1, range.total());
        upload.append(zeros, Bytes.of(new byte[(int) gap]));
        return store(exchange, session, range, exchange.packet().body());
    }

    private Ack store(PacketInSession exchange, Session session, FragmentRange range, Bytes block) {
        StoredUpload upload = session.upload();
        if (!room.anySize() && block.length() > room.mostBytes() - upload.stored()) {
            return acks.refuse(exchange, Refusal.TOO_LARGE);
        }
        if (room.anySize() && block.length() > SMALL - upload.stored()) {
            upload.keepDigestAlone();
        }
        upload.append(range, mixed(exchange, session, block));
        return acks.acceptUpTo(exchange, upload.received());
    }

    private Bytes mixed(PacketInSession exchange, Session session, Bytes block) {
        if (conduct.commits(Misbehaviour.MIXES_SESSIONS_UNDER_LOAD) && crowd.getAsBoolean()) {
            return mixer.mixWithAny(session, block);
        }
        return conduct.commits(Misbehaviour.MIXES_SESSIONS) ? mixer.mix(exchange, session, block) : block;
    }
}
