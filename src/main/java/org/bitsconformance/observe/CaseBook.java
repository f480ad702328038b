package org.bitsconformance.observe;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.result.SelectedCase;
import org.bitsconformance.transcript.CaseStart;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.ReplyUrl;
import org.bitsconformance.transcript.http.Request;

/**
 * Sorts what passes into cases and records it: one case is one upload of one client. All packets of a client to one
 * URL belong to the same case, until its last session was closed or cancelled and a new upload to that URL begins.
 * Within a case, exchanges are recorded in the order in which they were sent.
 */
final class CaseBook {

    /** Uploads in progress that are followed at once; the one that was silent for longest is given up for another. */
    private static final int MOST_CASES = 500;

    private static final int MOST_NAMES = 2_000;

    private final ObservedRecord record;
    private final Tally tally;
    private final ObservationSettings settings;
    private final Map<String, ObservedCase> cases = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, ObservedCase> reserved = new LinkedHashMap<>();
    private final Recent<Reply> replies = new Recent<>(MOST_NAMES);
    private final Recent<ObservedCase> ofSessions = new Recent<>(MOST_NAMES);
    private int begun;
    private Optional<String> server = Optional.empty();

    /**
     * A reply that the server named.
     *
     * @param shared whether it was named to several uploads, as a static one is
     */
    private record Reply(ObservedCase owner, int session, boolean shared) {

        /** The same, if the server had named a reply at this URL before. */
        Reply after(Optional<Reply> last) {
            boolean several = last.filter(one -> one.shared || (one.owner != owner && one.owner.isOpen()))
                    .isPresent();
            return new Reply(owner, session, several);
        }

        /** Whether a download is of this upload: after its end, a shared reply is more likely that of another. */
        boolean isOfOwner() {
            return owner.isOpen() && !(shared && owner.isOver());
        }
    }

    CaseBook(ObservedRecord record, Tally tally, ObservationSettings settings) {
        this.record = record;
        this.tally = tally;
        this.settings = settings;
    }

    /** The place of a request in a case. */
    final class Place {

        private final ObservedCase owner;
        private final Request request;
        private final ObservedCase.Sent sent;
        private final Purpose purpose;
        private final String exchange = record.nextExchange();
        private boolean ends;

        private Place(ObservedCase owner, Request request, ObservedCase.Sent sent, Purpose purpose, Object connection) {
            this.owner = owner;
            this.request = request;
            this.sent = sent;
            this.purpose = purpose;
            owner.await(exchange, sent, connection);
        }

        String exchange() {
            return exchange;
        }

        String caseId() {
            return owner.id();
        }

        /** Of two packets of a session that were under way on two connections, either may have come first. */
        Purpose purpose() {
            synchronized (CaseBook.this) {
                return purpose == Purpose.CASE && owner.isContested(exchange) ? Purpose.OPEN : purpose;
            }
        }

        int session() {
            return sent.session();
        }

        int attempt() {
            return sent.attempt();
        }

        /** Takes note of an answer before the client gets it. */
        void answered(Answer answer, Node node) {
            synchronized (CaseBook.this) {
                ends = owner.answered(request, sent, answer);
                if (request.is(PacketType.CREATE_SESSION)) {
                    answer.headers().first(BitsHeaders.SESSION_ID).ifPresent(id -> ofSessions.put(id, owner));
                }
                if (server.isEmpty()) {
                    server = answer.headers().first("Server");
                }
                if (answer.success()) {
                    answer.headers()
                            .first(BitsHeaders.REPLY_URL)
                            .ifPresent(value -> reply(value, node, request, new Reply(owner, sent.session(), false)));
                }
            }
        }

        /** Records the exchange once those that were sent before it have ended. */
        void ended(Exchange whole) {
            synchronized (CaseBook.this) {
                owner.ended(whole).forEach(record::write);
                if (ends) {
                    tally.upload();
                }
                end(owner, false);
            }
        }
    }

    /** The place of a request that comes on a connection; empty if it is not recorded. */
    synchronized Optional<Place> place(Request request, ClientName client, Object connection) {
        if (!Request.isPacket(request.method(), request.headers())) {
            Optional<Place> download = replies.get(request.resource())
                    .filter(reply ->
                            request.method().equals("GET") || request.method().equals("HEAD"))
                    .filter(Reply::isOfOwner)
                    .map(reply -> new Place(
                            reply.owner(),
                            request,
                            new ObservedCase.Sent(reply.session(), 1),
                            Purpose.DOWNLOAD,
                            connection));
            if (download.isEmpty()) {
                tally.other();
            }
            return download;
        }
        Optional<ObservedCase> owner = owner(request, client);
        owner.ifPresent(found -> tally.packet(client.toString()));
        return owner.map(
                found -> new Place(found, request, found.send(request), Purpose.ofForeign(request), connection));
    }

    private Optional<ObservedCase> owner(Request request, ClientName client) {
        Optional<ObservedCase> own = reserved.entrySet().stream()
                .filter(one -> request.resource().startsWith(one.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        if (own.isPresent()) {
            return own;
        }
        String key = client.address() + " " + client.agent() + " " + request.resource();
        Optional<ObservedCase> known = Optional.ofNullable(cases.get(key));
        boolean begins = request.is(PacketType.CREATE_SESSION)
                || (request.is(PacketType.PING) && request.sessionId().isEmpty());
        if (!begins
                && request.sessionId().isPresent()
                && known.filter(ObservedCase::hasSession).isEmpty()) {
            Optional<ObservedCase> elsewhere =
                    request.sessionId().flatMap(ofSessions::get).filter(ObservedCase::isOpen);
            if (elsewhere.isEmpty()) {
                tally.begunBefore();
            }
            return elsewhere;
        }
        if (known.isPresent() && !(begins && known.get().isOver())) {
            return known;
        }
        if (tally.numbers().packets() >= settings.mostPackets()) {
            tally.overLimit();
            return Optional.empty();
        }
        known.ifPresent(last -> end(last, true));
        ObservedCase fresh = begin(parameters(client, request.resource()));
        cases.put(key, fresh);
        if (cases.size() > MOST_CASES) {
            String eldest = cases.keySet().iterator().next();
            end(cases.remove(eldest), true);
        }
        return Optional.of(fresh);
    }

    private Map<String, String> parameters(ClientName client, String resource) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(SelectedCase.CLIENT, client.toString());
        parameters.put("path", resource);
        parameters.putAll(settings.parameters().apply(resource));
        return parameters;
    }

    private ObservedCase begin(Map<String, String> parameters) {
        begun++;
        return begin(SelectedCase.numberedUpload(begun), parameters);
    }

    private ObservedCase begin(String id, Map<String, String> parameters) {
        record.write(new CaseStart(id, SelectedCase.OBSERVED, parameters, settings.exercises(), 1));
        return new ObservedCase(id, settings.judgesServer());
    }

    /**
     * Opens a case by hand: every packet to a URL whose path begins with this prefix belongs to it, whoever sends it.
     *
     * @param id of the case, unlike that of any other
     */
    synchronized void open(String id, String prefix, Map<String, String> parameters) {
        reserved.put(prefix, begin(id, parameters));
    }

    /** Whether a packet of the case that was opened for a prefix is under way. */
    synchronized boolean isBusy(String prefix) {
        return Optional.ofNullable(reserved.get(prefix))
                .filter(ObservedCase::isBusy)
                .isPresent();
    }

    /** Whether a packet of any case is under way. */
    synchronized boolean isBusy() {
        return Stream.concat(reserved.values().stream(), cases.values().stream())
                .anyMatch(ObservedCase::isBusy);
    }

    /** Ends the case that was opened for a prefix; {@code why} says what it lacks, and is empty if nothing. */
    synchronized void close(String prefix, String why) {
        Optional.ofNullable(reserved.remove(prefix)).ifPresent(one -> {
            one.conclude(why);
            end(one, true);
        });
    }

    private void end(ObservedCase one, boolean now) {
        if (now) {
            one.end();
        }
        one.takeEnd().ifPresent(record::write);
    }

    private void reply(String value, Node node, Request upload, Reply reply) {
        URI url = node.url();
        ReplyUrl.of(value, url.toString(), upload.resource())
                .filter(found -> found.isBeside(url))
                .map(found -> Request.resourceOf(found.url()))
                .ifPresent(resource -> replies.put(resource, reply.after(replies.get(resource))));
    }

    /** The {@code Server} header of an answer. */
    synchronized Optional<String> server() {
        return server;
    }

    /** Ends every case. */
    synchronized void endAll() {
        List<ObservedCase> all = new ArrayList<>(reserved.values());
        all.addAll(cases.values());
        all.forEach(one -> end(one, true));
        reserved.clear();
        cases.clear();
    }
}
