package org.bitsconformance.judge.application;

import java.util.List;
import java.util.function.Predicate;
import org.bitsconformance.judge.history.LastFragment;
import org.bitsconformance.judge.history.Notice;
import org.bitsconformance.judge.history.StaticUrl;
import org.bitsconformance.transcript.Notification.Conduct;

/** A way in which the server application makes a notification fail. */
enum Failure {
    UNSENT("reset the connection of the notification"),
    UNANSWERED("gave no answer that is HTTP"),
    CUT_SHORT("broke off in the body of its answer"),
    OLD_HTTP("answered in HTTP/1.0"),
    RELATIVE_URL("named a relative URL for the reply"),
    LONG_URL("named a URL of over " + StaticUrl.LONGEST + " characters for the reply"),
    SILENT("never answered");

    private final String what;

    Failure(String what) {
        this.what = what;
    }

    /** What the server application did, as a continuation of "The server application". */
    String what() {
        return what;
    }

    /** Whether a fragment had at least one notification, and all of them failed in this way. */
    boolean of(LastFragment last) {
        List<Notice> notices = last.notices();
        return !notices.isEmpty() && notices.stream().allMatch(this::shows);
    }

    private boolean shows(Notice notice) {
        return switch (this) {
            case UNSENT -> notice.by(Conduct.HUNG_UP);
            case UNANSWERED -> notice.by(Conduct.RESET) || notice.by(Conduct.CLOSED) || notice.by(Conduct.NOT_HTTP);
            case CUT_SHORT -> notice.by(Conduct.CUT_SHORT);
            case OLD_HTTP -> notice.by(Conduct.OLD_HTTP);
            case RELATIVE_URL -> named(notice, StaticUrl::relative);
            case LONG_URL -> named(notice, StaticUrl::tooLong);
            case SILENT -> notice.by(Conduct.SILENT);
        };
    }

    private static boolean named(Notice notice, Predicate<String> objection) {
        return notice.by(Conduct.ANSWERED)
                && notice.staticUrl().filter(objection).isPresent();
    }
}
