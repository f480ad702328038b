package org.bitsconformance.judge.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Located;
import org.bitsconformance.judge.StatusChecks;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.protocol.Hresult;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.ErrorCode;

/**
 * An upload to a URL that the target declares to lead to a directory is refused: with 400 and E_INVALIDARG by MC-BUP
 * (2.2.1.2), with 404 by the Win32 pages (ack-for-create-session). A server may accept the session and refuse a later
 * packet.
 */
public final class DirectoryIsRefused implements CaseRule {

    private static final int INVALID = 400;
    private static final int NOT_FOUND = 404;

    @Override
    public String requirement() {
        return "refusal.directory";
    }

    @Override
    public List<Located> judge(CaseHistory history, Context context) {
        List<Located> found = new ArrayList<>();
        for (Step create : history.steps()) {
            if (OverLimitPackets.createAt(
                    create, context.header().target().declared().limits().directory())) {
                judge(history.session(create.exchange().session()), history, context)
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<Located> judge(List<Step> packets, CaseHistory history, Context context) {
        Optional<Step> refused =
                packets.stream().filter(OverLimitPackets::refused).findFirst();
        if (refused.isPresent()) {
            return located(refused.get(), history, refused(refused.get(), context));
        }
        return packets.stream()
                .filter(step -> step.is(PacketType.CLOSE_SESSION))
                .filter(step -> step.answer().filter(Answer::success).isPresent())
                .findFirst()
                .flatMap(close -> located(
                        close,
                        history,
                        Judgement.broken(
                                "a refusal of one of its packets",
                                "every packet was answered with success, up to Close-Session",
                                "An upload to a URL that leads to a directory was taken up to its Close-Session.")));
    }

    private static Judgement refused(Step step, Context context) {
        if (step.ack().isEmpty()) {
            return OverLimitPackets.byOthers(step);
        }
        Answer ack = step.ack().get();
        Judgement status = StatusChecks.oneOf(statuses(context), step, ack);
        boolean otherCode = ack.status() == INVALID
                && ErrorCode.of(ack.headers()).isPresent()
                && !StatusChecks.says(ack, Hresult.E_INVALIDARG);
        return status instanceof Judgement.Held && otherCode
                ? Judgement.broken(
                                Hresult.E_INVALIDARG.toString(),
                                StatusChecks.code(ack),
                                "The 400 answer to " + step.packet() + " to a URL that leads to a directory has "
                                        + StatusChecks.code(ack) + " where " + Hresult.E_INVALIDARG + " is expected.")
                        .decidedBy(StatusChecks.codeField(ack))
                : status;
    }

    private static Set<Integer> statuses(Context context) {
        boolean win32 = context.dialect().admits(Document.WIN32);
        boolean mcBup = context.dialect().admits(Document.MC_BUP);
        if (win32 && mcBup) {
            return Set.of(INVALID, NOT_FOUND);
        }
        return Set.of(win32 ? NOT_FOUND : INVALID);
    }

    private static Optional<Located> located(Step step, CaseHistory history, Judgement judgement) {
        return Optional.of(new Located(history.caseId(), step.exchange().id(), judgement));
    }
}
