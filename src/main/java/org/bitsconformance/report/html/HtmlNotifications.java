package org.bitsconformance.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bitsconformance.report.html.HtmlExchanges.HtmlExchange;
import org.bitsconformance.report.text.Printable;
import org.bitsconformance.result.Drive;
import org.bitsconformance.transcript.HandedFile;
import org.bitsconformance.transcript.Notification;

/** The server application's notifications as the page shows them, as far as there is space, each like an exchange. */
final class HtmlNotifications {

    private static final int LONGEST_PATH = 200;

    private final PageBudget space;

    HtmlNotifications(PageBudget space) {
        this.space = space;
    }

    /** A notification, with what the looks at its session's files found. */
    HtmlExchange of(Notification notification, Drive drive, Detail detail) {
        return new HtmlExchange(
                notification.id(),
                title(notification),
                place(notification, drive),
                ending(notification),
                List.of(),
                space.lines(WireLines.of(notification.request(), detail)),
                space.lines(WireLines.of(notification.answer(), detail)));
    }

    private static String title(Notification notification) {
        String answered = notification.answer().isEmpty()
                ? conduct(notification.conduct())
                : firstLine(notification.answer().text());
        return "Notification " + Printable.cut(firstLine(notification.request().text()), 80) + " → "
                + Printable.cut(answered, 80);
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("").strip();
    }

    private static String ending(Notification notification) {
        long micros =
                notification.timing().answeredMicros() - notification.timing().receivedMicros();
        return "the server application " + conduct(notification.conduct()) + " after "
                + String.format(Locale.ROOT, "%,.1f ms", Math.max(0, micros) / 1000.0);
    }

    private static String conduct(Notification.Conduct conduct) {
        return switch (conduct) {
            case ANSWERED -> "answered";
            case HUNG_UP -> "reset the connection before it read anything";
            case RESET -> "reset the connection after the request";
            case CLOSED -> "closed the connection after the request";
            case NOT_HTTP -> "sent what is no HTTP";
            case OLD_HTTP -> "answered in HTTP/1.0";
            case CUT_SHORT -> "closed the connection in its answer";
            case SILENT -> "never answered";
        };
    }

    private static String place(Notification notification, Drive drive) {
        List<String> parts = new ArrayList<>();
        parts.add("from the server to the server application");
        if (notification.session() > 0) {
            parts.add("session " + notification.session());
        }
        if (!notification.whole()) {
            parts.add("the request broke off");
        }
        parts.add(body(notification));
        notification.reply().ifPresent(reply -> parts.add("reply of " + Printable.number(reply.length()) + " bytes"));
        drive.files().stream()
                .filter(file -> file.session() == notification.session())
                .forEach(file -> parts.add(file(file)));
        return String.join("; ", parts);
    }

    private static String body(Notification notification) {
        if (notification.bodyLength() == 0) {
            return "no body";
        }
        return "body of " + Printable.number(notification.bodyLength()) + " bytes"
                + (notification.bodyDifference().isPresent()
                        ? ", which differs from the upload at byte "
                                + notification.bodyDifference().getAsLong()
                        : "");
    }

    private static String file(HandedFile file) {
        String role = switch (file.role()) {
            case UPLOAD -> "file of the upload ";
            case REPLY -> "file for the reply ";
        };
        String moment = switch (file.moment()) {
            case NOTIFIED -> " at the notification: ";
            case REMOVED -> " when the application had removed it: ";
            case ENDED -> " when the session had ended: ";
        };
        String found = switch (file.presence()) {
            case FOUND -> "there" + length(file);
            case ABSENT -> "not there";
            case UNREADABLE -> "not a file that can be read";
            case OUTSIDE -> "outside of the folder that the target declares";
        };
        return role + Printable.cut(file.path(), LONGEST_PATH) + moment + found;
    }

    private static String length(HandedFile file) {
        String length = file.length().isPresent()
                ? ", " + Printable.number(file.length().getAsLong()) + " bytes"
                : "";
        return file.firstDifference().isPresent()
                ? length + ", which differs from the upload at byte "
                        + file.firstDifference().getAsLong()
                : length;
    }
}
