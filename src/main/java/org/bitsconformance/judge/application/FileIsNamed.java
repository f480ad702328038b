package org.bitsconformance.judge.application;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.Notice;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.transcript.HandedFile;
import org.bitsconformance.transcript.HandedFile.Moment;
import org.bitsconformance.transcript.HandedFile.Presence;
import org.bitsconformance.transcript.HandedFile.Role;
import org.bitsconformance.transcript.http.Excerpt;

/**
 * A notification by reference names the files of the upload and of its reply, and one by value names none (MC-BUP
 * 2.2.12.2). MC-BUP has two names for each field; the Win32 pages have one of them.
 */
public final class FileIsNamed implements NoticeRule {

    /** From the root of a file system, a drive or a server (UNC). */
    private static final Pattern FULL_PATH = Pattern.compile("/|\\\\|[A-Za-z]:[/\\\\]");

    private final String requirement;
    private final Role role;
    private final String entityName;
    private final String fileName;

    FileIsNamed(String requirement, Role role, String entityName, String fileName) {
        this.requirement = requirement;
        this.role = role;
        this.entityName = entityName;
        this.fileName = fileName;
    }

    @Override
    public String requirement() {
        return requirement;
    }

    @Override
    public String name() {
        return getClass().getSimpleName() + " " + role;
    }

    @Override
    public Judgement judge(Notice notice, CaseHistory history, Context context) {
        Optional<String> named = fields(context)
                .filter(name -> notice.request().headers().has(name))
                .findFirst();
        String path =
                named.flatMap(name -> notice.request().headers().first(name)).orElse("");
        if (Declarations.byReference(context)) {
            if (path.isEmpty()) {
                return notNamed(context);
            }
            return FULL_PATH.matcher(path).lookingAt()
                    ? atItsPlace(path, notice, history)
                    : Judgement.broken(
                            "a full path",
                            named.orElseThrow() + ": " + Excerpt.of(path),
                            "The notification has " + named.orElseThrow() + ": " + Excerpt.of(path)
                                    + ", which is not a full path.");
        }
        return named.<Judgement>map(name -> Judgement.broken(
                        "no " + name,
                        name + ": " + Excerpt.of(path),
                        "The notification by value has " + name + ": " + Excerpt.of(path) + "."))
                .orElseGet(Judgement::held);
    }

    /** The names of the field; under the Win32 pages alone, the one that they use. */
    private Stream<String> fields(Context context) {
        return context.dialect() == Dialect.WIN32 ? Stream.of(fileName) : Stream.of(fileName, entityName);
    }

    private Judgement notNamed(Context context) {
        List<String> names = fields(context).toList();
        return Judgement.broken(
                String.join(" or ", names),
                "none",
                "The notification by reference has no " + String.join(", and no ", names) + ".");
    }

    private Judgement atItsPlace(String path, Notice notice, CaseHistory history) {
        Optional<HandedFile> look = history.application().handedFiles().stream()
                .filter(file -> file.role() == role
                        && file.moment() == Moment.NOTIFIED
                        && file.session() == notice.event().session()
                        && file.path().equals(path))
                .findFirst();
        if (role == Role.REPLY || look.isEmpty()) {
            return Judgement.held();
        }
        if (look.get().presence() == Presence.OUTSIDE || look.get().presence() == Presence.UNREADABLE) {
            return Judgement.held();
        }
        if (look.get().presence() != Presence.FOUND) {
            return Judgement.broken(
                    "a file with the upload at " + Excerpt.of(path),
                    "no file",
                    "The notification names the file " + Excerpt.of(path) + ", and there is none.");
        }
        return look.get().firstDifference().isEmpty()
                ? Judgement.held()
                : Judgement.broken(
                        "the bytes of the upload",
                        look.get().length().orElse(0) + " bytes, first difference at "
                                + look.get().firstDifference().getAsLong(),
                        "The file " + Excerpt.of(path)
                                + " that the notification names has other bytes than were sent, first difference at "
                                + look.get().firstDifference().getAsLong() + ".");
    }
}
