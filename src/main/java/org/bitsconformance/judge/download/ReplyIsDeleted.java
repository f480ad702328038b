package org.bitsconformance.judge.download;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Located;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.Download;
import org.bitsconformance.judge.history.Notice;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.ReplyUrl;

/**
 * A reply that was seen is gone from its URL once a packet that was answered 200 has ended its session; the last look
 * decides. If several uploads share a URL, the reply is only reported.
 */
public final class ReplyIsDeleted implements CaseRule {

    private static final int OK = 200;

    private final String requirement;
    private final PacketType by;

    /** {@code by} is the packet that ends the session. */
    public ReplyIsDeleted(String requirement, PacketType by) {
        this.requirement = requirement;
        this.by = by;
    }

    @Override
    public String requirement() {
        return requirement;
    }

    @Override
    public String name() {
        return getClass().getSimpleName() + "(" + by + ")";
    }

    @Override
    public List<Located> judge(CaseHistory history, Context context) {
        List<Located> found = new ArrayList<>();
        List<Download> looks = Downloads.ofTarget(history, context).stream()
                .filter(look -> look.isPlainGet()
                        && look.ended().filter(end -> end.is(by)).isPresent())
                .toList();
        for (int i = 0; i < looks.size(); i++) {
            int session = looks.get(i).exchange().session();
            boolean last = looks.subList(i + 1, looks.size()).stream()
                    .noneMatch(later -> later.exchange().session() == session);
            if (last) {
                found.add(new Located(
                        history.caseId(), looks.get(i).exchange().id(), judge(looks.get(i), history, context)));
            }
        }
        return found;
    }

    private Judgement judge(Download look, CaseHistory history, Context context) {
        Optional<String> before = ObservedReply.to(look, history).content();
        if (before.isEmpty()) {
            return Judgement.skipped("the reply was not seen before " + by);
        }
        if (look.answer().filter(answer -> !Downloads.isBeside(answer)).isEmpty()) {
            return Judgement.notJudged("the " + look.words() + " after " + by + " was not answered");
        }
        Answer answer = look.answer().get();
        if (answer.status() != OK) {
            return Judgement.held();
        }
        if (!ObservedReply.same(answer.body(), before.get())) {
            return Judgement.observed("After " + by + " something else is at the URL of the reply.");
        }
        if (isShared(look, history, context)) {
            return Judgement.observed(
                    "After " + by + " the reply is still there, at a URL that several uploads share.");
        }
        return !isOfTheServer(look, history)
                ? Judgement.observed("After " + by + " the reply is still there. Its URL may be one of the server"
                        + " application's own, which the server leaves as it is.")
                : Judgement.broken(
                        "nothing at the URL of the reply",
                        "the reply, " + before.get().length() + " bytes",
                        "After " + by + " the " + look.words() + " was answered 200 with the same "
                                + before.get().length() + " bytes as before.");
    }

    /** Whether the server application of the suite has named no URL of its own, so that the server made this one. */
    private static boolean isOfTheServer(Download look, CaseHistory history) {
        List<Notice> notices = history.notices(look.exchange().session());
        return !notices.isEmpty()
                && notices.stream()
                        .allMatch(notice -> notice.succeeded()
                                && notice.staticUrl()
                                        .filter(url -> !url.isEmpty())
                                        .isEmpty());
    }

    private static boolean isShared(Download look, CaseHistory history, Context context) {
        Optional<ReplyUrl> url = Downloads.url(look, context);
        return history.downloads().stream()
                .filter(other -> other.exchange().session() != look.exchange().session())
                .anyMatch(other -> Downloads.url(other, context).equals(url));
    }
}
