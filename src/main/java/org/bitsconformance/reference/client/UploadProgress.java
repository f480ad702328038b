package org.bitsconformance.reference.client;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What a client knows of its upload. */
public final class UploadProgress {

    private final UploadJob job;
    private final List<TakenStep> turns = new ArrayList<>();
    private final List<String> sessions = new ArrayList<>();

    /** Id of the session; empty if there is none. */
    String session = "";

    /** Offset of the next byte. */
    int offset;

    /** The longest Fragment. */
    int fragment;

    /** Host and port of the next packet. */
    String host;

    /** Host and port that the server named last; empty while it has named none. */
    String named = "";

    /** Seconds after which the client may leave the host that the server named. */
    OptionalInt fallbackSeconds = OptionalInt.empty();

    /** When the named host could first not be reached, in nanoseconds; 0 while it can. */
    long awaySince;

    /** The challenge that the client answers; empty while it was not asked. */
    String challenge = "";

    /** Where the reply lies; empty while it is not known, and once it was fetched. */
    String reply = "";

    boolean replyNamed;

    /** How often in a row a packet failed, and how often the upload began again. */
    int failures;

    int restarts;

    /** How long to wait before the next packet. */
    long pauseMillis;

    UploadProgress(UploadJob job) {
        this.job = job;
        this.fragment = job.fragment();
        this.host = job.authority();
    }

    public UploadJob job() {
        return job;
    }

    /** The turns that are over. */
    public List<TakenStep> turns() {
        return turns;
    }

    /** How many turns with this step are over. */
    public int count(NextStep step) {
        return (int) turns.stream().filter(turn -> turn.is(step)).count();
    }

    /** How many Fragments were taken. */
    int taken() {
        return (int) turns.stream()
                .filter(turn -> turn.is(NextStep.FRAGMENT) && turn.answer().success())
                .count();
    }

    void add(TakenStep turn) {
        turns.add(turn);
    }

    /** Ids of the sessions so far. */
    List<String> sessions() {
        return sessions;
    }

    void begin(String id) {
        session = id;
        sessions.add(id);
        offset = 0;
    }

    /** Goes on in the last session, whatever was said of it. */
    public void resume() {
        session = sessions.get(sessions.size() - 1);
    }

    boolean isAtNamedHost() {
        return !host.equals(job.authority());
    }

    /** The end of the next Fragment, exclusive. */
    int end() {
        return (int) Math.min(job.total(), (long) offset + fragment);
    }

    /** The step that an open session asks for. */
    NextStep next() {
        if (offset < job.total()) {
            return NextStep.FRAGMENT;
        }
        return job.manner().wantsReply() && !reply.isEmpty() ? NextStep.DOWNLOAD : NextStep.CLOSE;
    }
}
