package org.bitsconformance.judge.download;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Located;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.Download;
import org.bitsconformance.judge.history.Notice;
import org.bitsconformance.transcript.DeclaredNotification;
import org.bitsconformance.transcript.HandedFile;
import org.bitsconformance.transcript.http.Payload;

/**
 * A download returns what the server application gave as the reply: the body of its answer if the upload was passed by
 * value (MC-BUP 3.3.5.2.5), the file named for the reply if it was passed by reference (Win32 notification protocol).
 */
public final class ReplyIsOfTheApplication implements CaseRule {

    private final String requirement;
    private final String type;

    ReplyIsOfTheApplication(String requirement, String type) {
        this.requirement = requirement;
        this.type = type;
    }

    @Override
    public String requirement() {
        return requirement;
    }

    @Override
    public String name() {
        return getClass().getSimpleName() + " " + type;
    }

    @Override
    public List<Located> judge(CaseHistory history, Context context) {
        return Downloads.ofTarget(history, context).stream()
                .filter(look -> ObservedReply.to(look, history)
                        .plainGet()
                        .filter(look::equals)
                        .isPresent())
                .flatMap(look -> given(look, history)
                        .map(reply -> new Located(
                                history.caseId(), look.exchange().id(), judge(look, reply, history, context)))
                        .stream())
                .toList();
    }

    /** The last reply that the application had given when the download began. */
    private static Optional<Payload> given(Download look, CaseHistory history) {
        long begun = look.exchange().timing().startedMicros();
        List<Notice> notices = history.notices(look.exchange().session()).stream()
                .filter(notice -> notice.event().timing().answeredMicros() <= begun)
                .toList();
        return notices.isEmpty() || !notices.stream().allMatch(Notice::succeeded)
                ? Optional.empty()
                : notices.get(notices.size() - 1).event().reply();
    }

    private static boolean written(Download look, CaseHistory history) {
        return history.application().handedFiles().stream()
                .anyMatch(file -> file.session() == look.exchange().session()
                        && file.role() == HandedFile.Role.REPLY
                        && file.moment() == HandedFile.Moment.NOTIFIED
                        && file.presence() == HandedFile.Presence.FOUND
                        && file.firstDifference().isEmpty());
    }

    private Judgement judge(Download look, Payload reply, CaseHistory history, Context context) {
        Optional<DeclaredNotification> declared =
                context.header().target().declared().notification();
        String how = declared.map(DeclaredNotification::type).orElse(DeclaredNotification.NONE);
        if (!how.equals(type)) {
            return Judgement.skipped("the target passes uploads by " + how);
        }
        if (type.equals(DeclaredNotification.REFERENCE)
                && declared.filter(DeclaredNotification::files).isEmpty()) {
            return Judgement.skipped("the target declares no folder with the files that it passes");
        }
        if (type.equals(DeclaredNotification.REFERENCE) && !written(look, history)) {
            return Judgement.skipped("the suite could not write the reply into its file");
        }
        Optional<String> content = ObservedReply.to(look, history).content();
        if (content.isEmpty()) {
            return Judgement.skipped("the reply could not be downloaded");
        }
        byte[] bytes = reply.range(0, Math.toIntExact(reply.length()));
        int difference = ObservedReply.firstDifference(content.get(), new String(bytes, StandardCharsets.ISO_8859_1));
        String actual = content.get().length() + " bytes, first difference at " + difference;
        return difference < 0
                ? Judgement.held()
                : Judgement.broken(
                                bytes.length + " bytes, those of the server application",
                                actual,
                                "The server application gave a reply of " + bytes.length + " bytes, and the "
                                        + look.words() + " gave others: " + actual + ".")
                        .decidedBy(Judgement.BODY);
    }
}
