package org.bitsconformance.reference.client;

import static org.bitsconformance.reference.client.Wrongly.choosing;
import static org.bitsconformance.reference.client.Wrongly.claiming;
import static org.bitsconformance.reference.client.Wrongly.once;

/** Faults of what follows an Ack that names another offset, or refuses the size of a Fragment. */
enum OffsetFault implements ClientFault {
    REFUSED_OFFSET_IGNORED(after416((turn, progress) -> end(turn))),

    REFUSED_FRAGMENT_SENT_AGAIN(after416((turn, progress) -> first(turn))),

    REFUSED_OFFSET_ONE_BEHIND(after416((turn, progress) -> progress.offset - 1)),

    REFUSED_OFFSET_ONE_AHEAD(after416((turn, progress) -> progress.offset + 1)),

    REFUSED_FRAGMENT_BEGINS_AT_START(after416((turn, progress) -> 0)),

    OFFSET_BEHIND_IGNORED(after416((turn, progress) -> end(turn))),

    OFFSET_AT_START_IGNORED(after416((turn, progress) -> first(turn))),

    TAKEN_OFFSET_IGNORED(once(NextStep.FRAGMENT, (turn, right, progress) -> at(progress, end(turn)))),

    OFFSETS_NEVER_READ(claiming(choosing((turn, right, progress) -> turn.is(NextStep.FRAGMENT)
            ? at(progress, end(turn))
            : turn.is(NextStep.CLOSE) ? NextStep.SUCCEED : right))),

    CLOSES_AFTER_REFUSED_FRAGMENT(choosing((turn, right, progress) -> turn.status() == 416 ? NextStep.CLOSE : right)),

    SAME_SIZE_AFTER_413(after413((turn, progress) -> turn.packet().length())),

    LARGER_AFTER_413(after413((turn, progress) -> turn.packet().length() * 2)),

    GIVES_UP_AFTER_413(choosing((turn, right, progress) -> turn.status() == 413 ? NextStep.GIVE_UP : right));

    /** A number of bytes, given what is right. */
    @FunctionalInterface
    private interface Count {

        int of(TakenStep turn, UploadProgress progress);
    }

    @SuppressWarnings("ImmutableEnumChecker") // a conduct has no state
    private final ClientConduct conduct;

    OffsetFault(ClientConduct conduct) {
        this.conduct = conduct;
    }

    @Override
    public ClientConduct conduct() {
        return conduct;
    }

    /** The first time that a Fragment is answered 416, goes on elsewhere. */
    private static ClientConduct after416(Count offset) {
        return choosing((turn, right, progress) -> {
            boolean first =
                    progress.turns().stream().filter(one -> one.status() == 416).count() == 1;
            return turn.status() == 416 && first ? at(progress, offset.of(turn, progress)) : right;
        });
    }

    /** Twice sends Fragments of this size after 413, then gives up. */
    private static ClientConduct after413(Count size) {
        return choosing((turn, right, progress) -> {
            if (turn.status() != 413) {
                return right;
            }
            progress.fragment = size.of(turn, progress);
            return progress.count(NextStep.FRAGMENT) > 2 ? NextStep.GIVE_UP : NextStep.FRAGMENT;
        });
    }

    private static NextStep at(UploadProgress progress, int offset) {
        progress.offset = Math.max(0, offset);
        return progress.next();
    }

    private static int first(TakenStep turn) {
        return Integer.parseInt(turn.packet().value("Content-Range").replaceFirst("bytes (\\d+)-.*", "$1"));
    }

    private static int end(TakenStep turn) {
        return first(turn) + turn.packet().length();
    }
}
