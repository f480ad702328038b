package org.bitsconformance.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Side;
import org.bitsconformance.report.html.WireLines.Kind;
import org.bitsconformance.report.html.WireLines.Line;
import org.bitsconformance.report.text.Printable;
import org.bitsconformance.requirement.Catalogue;
import org.bitsconformance.result.Drive;
import org.bitsconformance.result.Finding;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Notification;
import org.bitsconformance.transcript.http.Request;

/** The exchanges of a run as the page shows them, as far as its budget allows. */
final class HtmlExchanges {

    private final Map<String, Exchange> byId;
    private final PageBudget space;
    private final HtmlNotifications notifications;

    HtmlExchanges(RunResult result, PageBudget space) {
        this.space = space;
        this.notifications = new HtmlNotifications(space);
        byId = result.cases().stream()
                .flatMap(one -> one.exchanges().stream())
                .collect(Collectors.toMap(Exchange::id, Function.identity(), (first, second) -> first));
    }

    /**
     * An exchange as the page shows it.
     *
     * @param title packet type and status line
     * @param place its connection, and the session that it belongs to
     * @param ending how it ended, in words
     * @param unasked lines that the server had sent before it was asked
     */
    record HtmlExchange(
            String id,
            String title,
            String place,
            String ending,
            List<Line> unasked,
            List<Line> request,
            List<Line> answer) {

        private HtmlExchange marked(Highlighter deciding) {
            return new HtmlExchange(
                    id, title, place, ending, unasked, deciding.request(request), deciding.answer(answer));
        }
    }

    /** The exchange with this id. */
    Optional<Exchange> recorded(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The deciding exchange of a finding, with the relevant lines marked. */
    Optional<HtmlExchange> deciding(Finding finding) {
        return Optional.ofNullable(byId.get(finding.exchange()))
                .map(exchange -> shown(exchange, Detail.FULL).marked(new Highlighter(finding, ofClient(finding))));
    }

    private static boolean ofClient(Finding finding) {
        return Catalogue.load()
                .find(finding.requirement())
                .filter(asked -> asked.binds() == Side.CLIENT)
                .isPresent();
    }

    /** The exchanges of a drive, with the server application's notifications at the place where they came. */
    List<HtmlExchange> of(Drive drive, Detail detail) {
        List<Notification> coming = new ArrayList<>(drive.notifications());
        List<HtmlExchange> shown = new ArrayList<>();
        for (Exchange exchange : drive.exchanges()) {
            long started = exchange.timing().startedMicros();
            while (!coming.isEmpty() && coming.get(0).timing().openedMicros() < started) {
                add(coming.remove(0), drive, detail, shown);
            }
            if (shown.size() < detail.exchanges) {
                shown.add(shown(exchange, detail));
            }
        }
        coming.forEach(left -> add(left, drive, detail, shown));
        return shown;
    }

    private void add(Notification notification, Drive drive, Detail detail, List<HtmlExchange> shown) {
        if (shown.size() < detail.exchanges) {
            shown.add(notifications.of(notification, drive, detail));
        }
    }

    private HtmlExchange shown(Exchange exchange, Detail detail) {
        return new HtmlExchange(
                exchange.id(),
                title(exchange),
                place(exchange),
                ending(exchange),
                space.lines(WireLines.loose(exchange.unasked(), detail)),
                space.lines(withClients(WireLines.of(exchange.request(), detail), exchange, true)),
                space.lines(withClients(WireLines.of(exchange.answer(), detail), exchange, false)));
    }

    /** Adds what the client sent or got where the proxy of an observation put another value. */
    private static List<Line> withClients(List<Line> lines, Exchange exchange, boolean request) {
        List<Line> all = new ArrayList<>(lines);
        exchange.carriage().rewritten().stream()
                .filter(one -> one.ofRequest() == request)
                .map(one -> new Line(
                        Kind.NOTE, "on the client's side: " + one.field() + ": " + Printable.cut(one.client(), 200)))
                .forEach(all::add);
        return all;
    }

    static String title(Exchange exchange) {
        Request request = Request.parse(exchange.request());
        String asked = request.headers().first(BitsHeaders.PACKET_TYPE).orElse(request.method());
        String range = request.headers()
                .first(BitsHeaders.CONTENT_RANGE)
                .map(value -> " " + value)
                .orElse("");
        String answer = exchange.answer().text();
        String answered = exchange.answer().isEmpty()
                ? "no answer"
                : answer.substring(0, endOfLine(answer)).strip();
        return Printable.cut(asked + range, 80) + " → " + Printable.cut(answered, 80);
    }

    private static int endOfLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text.length() : end;
    }

    private static String place(Exchange exchange) {
        StringBuilder place = new StringBuilder("connection ")
                .append(exchange.connection())
                .append(", request ")
                .append(exchange.requestOnConnection());
        if (exchange.session() > 0) {
            place.append("; session ").append(exchange.session());
        }
        if (exchange.attempt() > 1) {
            place.append("; attempt ").append(exchange.attempt());
        }
        return switch (exchange.purpose()) {
            case CASE -> place.toString();
            case OPEN -> place + "; open in the documents";
            case DOWNLOAD -> place + "; download of the reply";
            case BEYOND -> place + "; beyond what the target takes";
            case SET_UP -> place + "; set-up";
            case PROBE -> place + "; probe";
            case CLEAN_UP -> place + "; clean-up, not judged";
        };
    }

    private static String ending(Exchange exchange) {
        String words = switch (exchange.ending()) {
            case ANSWERED -> "answered";
            case CLOSED -> "the server closed the connection before the answer was complete";
            case RESET -> "the connection was reset before the answer was complete";
            case TIMED_OUT -> "the time limit for the answer passed";
            case SENDING_STALLED -> "the server stopped taking the request";
            case TOO_LONG ->
                exchange.answer().isEmpty()
                        ? "the answer passed where the suite could no longer read answers,"
                        : "the answer was longer than the suite reads";
            case NOT_HTTP -> "what came back is not HTTP";
            case CUT_OFF -> "the suite broke off the request, or its connection,";
            case NOT_CONNECTED -> "no connection could be established";
        };
        long micros = exchange.timing().waitedMicros();
        return words + " after " + String.format(Locale.ROOT, "%,.1f ms", micros / 1000.0);
    }
}
