package org.bitsconformance.drive.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bitsconformance.drive.client.BitsClient;
import org.bitsconformance.drive.client.Outgoing;
import org.bitsconformance.drive.client.Upload;
import org.bitsconformance.drive.transport.DrivingStopped;
import org.bitsconformance.machine.Alphabet;
import org.bitsconformance.machine.Symbol;
import org.bitsconformance.machine.Symbol.Field;
import org.bitsconformance.machine.Symbol.Span;
import org.bitsconformance.machine.Symbol.Whose;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.http.Answer;

/**
 * Drives one word with a fresh upload name and its own sessions. How each symbol is sent depends on the answers so far.
 */
public final class WordDriver {

    /** How many sessions a case may hold open. */
    private static final int MOST_SESSIONS = 8;

    private static final String NEVER_GIVEN = "{5DA1C1F0-6F2B-4C5A-9D2E-0B1754A6E7C3}";

    private final BitsClient client;
    private final Alphabet alphabet;
    private final Upload stranger;
    private final List<OpenedUpload> opened = new ArrayList<>();

    /** Sends nothing yet. The client must be fresh, and stays open. */
    public WordDriver(BitsClient client, Alphabet alphabet) {
        this.client = client;
        this.alphabet = alphabet;
        this.stranger = client.upload(alphabet.size());
        stranger.pretendSession(NEVER_GIVEN);
    }

    /**
     * Sends one symbol. A missing answer counts as an answer too, and the word goes on over a new connection.
     *
     * @throws DrivingStopped when the target no longer answers at all, the run is interrupted, or the target is
     *     declared not to accept such a packet
     */
    public Reaction drive(Symbol symbol) {
        try {
            return driveAnswered(symbol);
        } catch (DrivingStopped e) {
            if (e.ending() != CaseEnd.Ending.PREREQUISITE_MISSING) {
                throw e;
            }
            return new Reaction(AbstractAnswer.NONE, place());
        }
    }

    /**
     * Like {@link #drive}, if the answer is needed.
     *
     * @throws DrivingStopped as above, and when there is no answer
     */
    public Reaction driveAnswered(Symbol symbol) {
        String answer = switch (symbol.sends()) {
            case PING -> ping(symbol);
            case CREATE_SESSION -> create(symbol);
            case FRAGMENT -> fragment(symbol);
            case CLOSE_SESSION -> close(symbol);
            case CANCEL_SESSION -> cancel(symbol);
            case NEW_CONNECTION -> newConnection();
            case READ_BACK -> lookedAt(own(symbol.session()));
        };
        return new Reaction(answer, place());
    }

    private String ping(Symbol symbol) {
        Answer answer = changed(stranger.pinging(), symbol).send();
        return new AbstractAnswer(answer).toString();
    }

    private String create(Symbol symbol) {
        long open = opened.stream().filter(OpenedUpload::isOpen).count();
        if (open >= MOST_SESSIONS) {
            return AbstractAnswer.NOTHING_SENT;
        }
        Upload upload = client.uploads().to(stranger);
        Outgoing packet = changed(upload.creating(), symbol);
        Answer answer = opened.isEmpty() ? packet.send() : client.openly(packet::send);
        AbstractAnswer said = new AbstractAnswer(answer);
        if (!upload.isOpen()) {
            return said.saying(answer.success() ? Optional.of("no session") : Optional.empty())
                    .toString();
        }
        OpenedUpload created = new OpenedUpload(upload);
        boolean again = opened.stream().anyMatch(one -> one.sessionId().equals(created.sessionId()));
        opened.add(created);
        return said.saying(again ? "a session given before" : "a new session").toString();
    }

    private String fragment(Symbol symbol) {
        Optional<OpenedUpload> own = own(symbol.session());
        Span span = symbol.span().orElseThrow();
        Optional<long[]> range = range(span, own);
        if (range.isEmpty()) {
            return AbstractAnswer.NOTHING_SENT;
        }
        long first = range.get()[0];
        long last = range.get()[1];
        long before = own.map(OpenedUpload::wanted).orElse(0L);
        Upload upload = own.map(OpenedUpload::upload).orElse(stranger);
        Answer answer = changed(upload.fragmenting(first, last), symbol).send();
        own.ifPresent(one -> one.fragmentAnswered(first, last, answer.success()));
        return new AbstractAnswer(answer)
                .saying(AbstractAnswer.offset(answer, before, last))
                .saying(session(answer, upload))
                .toString();
    }

    /** Offsets of the first and the last byte; empty if the symbol has no such range. */
    private Optional<long[]> range(Span span, Optional<OpenedUpload> own) {
        if (span.start() == Span.Start.TAKEN) {
            return own.filter(OpenedUpload::hasTaken)
                    .map(one -> new long[] {one.takenFirst() + span.shift(), one.takenLast()})
                    .filter(range -> range[0] >= 0 && range[0] <= range[1]);
        }
        long size = alphabet.size();
        long wanted = span.start() == Span.Start.ZERO
                ? 0
                : own.map(OpenedUpload::wanted).orElse(0L);
        long first = wanted + span.shift();
        long end = span.bytes() == 0 ? size : Math.min(size, first + span.bytes());
        return first < 0 || first >= end ? Optional.empty() : Optional.of(new long[] {first, end - 1 + span.beyond()});
    }

    private String close(Symbol symbol) {
        Optional<OpenedUpload> own = own(symbol.session());
        Upload upload = own.map(OpenedUpload::upload).orElse(stranger);
        boolean complete = own.filter(one -> one.isOpen() && one.complete()).isPresent();
        Answer answer = changed(upload.closing(), symbol).send();
        AbstractAnswer said = new AbstractAnswer(answer).saying(session(answer, upload));
        if (!answer.success() || own.isEmpty()) {
            return said.toString();
        }
        own.get().closed();
        return said.saying(file(upload, complete)).toString();
    }

    private String cancel(Symbol symbol) {
        Optional<OpenedUpload> own = own(symbol.session());
        Upload upload = own.map(OpenedUpload::upload).orElse(stranger);
        Answer answer = changed(upload.cancelling(), symbol).send();
        if (answer.success()) {
            own.ifPresent(OpenedUpload::cancelled);
        }
        return new AbstractAnswer(answer).saying(session(answer, upload)).toString();
    }

    private String newConnection() {
        client.newConnection();
        return AbstractAnswer.NEW_CONNECTION;
    }

    private String lookedAt(Optional<OpenedUpload> own) {
        return own.flatMap(one -> file(one.upload(), false)).orElse(AbstractAnswer.NOTHING_SEEN);
    }

    private static Optional<String> file(Upload upload, boolean expected) {
        return (expected
                        ? upload.destination().readBack()
                        : upload.destination().lookForNothing())
                .map(found -> switch (found) {
                    case NOTHING -> "no file";
                    case ALL_OF_IT -> "the whole file";
                    case A_PART -> "a part of the file";
                    case OTHER_BYTES -> "a file of other bytes";
                    case UNREADABLE -> "a file that cannot be read";
                });
    }

    /** The upload of a session that the word has created, if any. */
    private Optional<OpenedUpload> own(Whose whose) {
        int place = opened.size() - (whose == Whose.BEFORE ? 2 : 1);
        boolean none = whose == Whose.STRANGER || whose == Whose.NONE || place < 0;
        return none ? Optional.empty() : Optional.of(opened.get(place));
    }

    private static Outgoing changed(Outgoing packet, Symbol symbol) {
        Outgoing changed = symbol.session() == Whose.NONE ? packet.without(BitsHeaders.SESSION_ID) : packet;
        for (Field field : symbol.fields()) {
            changed = field.value().isEmpty()
                    ? changed.without(field.name())
                    : changed.replacing(field.name(), field.value());
        }
        return changed;
    }

    /** The session that an answer names, if it is not the one of the packet. */
    private Optional<String> session(Answer answer, Upload asked) {
        String own = asked.sessionId().orElse("");
        Optional<String> given = answer.headers().first(BitsHeaders.SESSION_ID);
        if (given.isEmpty()) {
            return answer.success() ? Optional.of("no session id") : Optional.empty();
        }
        if (given.get().equals(own)) {
            return Optional.empty();
        }
        boolean other = opened.stream().anyMatch(one -> one.sessionId().equals(given.get()));
        return Optional.of(other ? "id of another session" : "an id that was never given");
    }

    /**
     * Where the uploads of the word are according to the answers; of the earlier ones, only those that may have left
     * something.
     */
    private String place() {
        if (opened.isEmpty()) {
            return "none";
        }
        OpenedUpload last = opened.get(opened.size() - 1);
        String others = opened.subList(0, opened.size() - 1).stream()
                .filter(one -> !one.isCancelled())
                .map(OpenedUpload::place)
                .distinct()
                .collect(Collectors.joining(", "));
        return last.place() + (others.isEmpty() ? "" : "; before: " + others);
    }
}
