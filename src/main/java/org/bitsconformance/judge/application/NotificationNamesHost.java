package org.bitsconformance.judge.application;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.Notice;
import org.bitsconformance.transcript.DeclaredNotification;
import org.bitsconformance.transcript.http.Excerpt;

/**
 * {@code Host} of a notification names the host and port of the notification URL, once (RFC 2616 14.23). The default
 * port may be left out, and all names of the local machine count as the same.
 */
public final class NotificationNamesHost implements NoticeRule {

    private static final String NAME = "Host";
    private static final String DEFAULT_PORT = "80";
    private static final Pattern AUTHORITY = Pattern.compile("(?i)^https?://([^/?#]*@)?([^/?#]*).*");
    private static final Pattern HOST_AND_PORT = Pattern.compile("(\\[[^\\]]*\\]|[^:]*)(?::(\\d*))?");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(?:\\.\\d{1,3}){3}|\\[::1\\]");

    @Override
    public String requirement() {
        return "notification.host";
    }

    @Override
    public Judgement judge(Notice notice, CaseHistory history, Context context) {
        List<String> values = notice.request().headers().all(NAME);
        if (values.isEmpty()) {
            return notice.request().version().matches("(?i)HTTP/0*1\\.0*1")
                    ? Judgement.broken(NAME, "no " + NAME, "The notification has no " + NAME + ".")
                    : Judgement.skipped("the notification is in a version of HTTP that needs no " + NAME);
        }
        String actual = NAME + ": " + Excerpt.of(String.join(" and " + NAME + ": ", values));
        Optional<String> declared = declared(context);
        if (declared.isEmpty()) {
            return Judgement.outOfScope();
        }
        if (values.size() > 1) {
            return Judgement.broken("one " + NAME, actual, "The notification has " + actual + ".");
        }
        return plain(values.get(0)).equals(plain(declared.get()))
                ? Judgement.held()
                : Declarations.ofTarget(
                        notice,
                        context,
                        NAME + ": " + declared.get(),
                        actual,
                        "The notification has " + actual + " where " + NAME + ": " + declared.get() + " is expected.");
    }

    private static Optional<String> declared(Context context) {
        return context.header()
                .target()
                .declared()
                .notification()
                .map(DeclaredNotification::url)
                .map(AUTHORITY::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(2));
    }

    /** One spelling for all hosts and ports that mean the same. */
    private static String plain(String value) {
        Matcher matcher = HOST_AND_PORT.matcher(value.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return value;
        }
        String host = matcher.group(1).replaceFirst("\\.$", "");
        String port = matcher.group(2) == null || matcher.group(2).isEmpty() ? DEFAULT_PORT : matcher.group(2);
        return (LOOPBACK.matcher(host).matches() ? "localhost" : host) + ":" + port.replaceFirst("^0+(?=\\d)", "");
    }
}
