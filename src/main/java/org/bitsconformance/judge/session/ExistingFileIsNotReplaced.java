package org.bitsconformance.judge.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Located;
import org.bitsconformance.judge.StatusChecks;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.ReadBack.Presence;

/**
 * Where the target declares that files must not be replaced, an upload to the URL of a finished one is refused: with
 * 403 by MC-BUP (2.2.1.2), with 409 by the Win32 pages (ack-for-create-session). MC-BUP does not say at which packet,
 * so a server may also accept the session and refuse a later packet.
 */
public final class ExistingFileIsNotReplaced implements CaseRule {

    private static final int FORBIDDEN = 403;
    private static final int CONFLICT = 409;

    @Override
    public String requirement() {
        return "delivery.not-overwritten";
    }

    @Override
    public List<Located> judge(CaseHistory history, Context context) {
        List<Located> found = new ArrayList<>();
        boolean mustNot = context.header()
                .target()
                .declared()
                .capabilities()
                .overwrite()
                .filter(may -> !may)
                .isPresent();
        for (Step create : history.steps()) {
            if (mustNot
                    && create.is(PacketType.CREATE_SESSION)
                    && create.shownFlaws().isEmpty()
                    && create.ack().isPresent()) {
                history.finishedUpload(create)
                        .ifPresent(first ->
                                judge(first, create, history, context).ifPresent(located -> found.add(located)));
            }
        }
        return found;
    }

    private static Optional<Located> judge(Step first, Step create, CaseHistory history, Context context) {
        if (context.uploadReply()) {
            return located(
                    create, history, Judgement.skipped("the target passes uploads to an application: no file exists"));
        }
        if (isGone(first, history, context)) {
            return located(
                    create, history, Judgement.skipped("the first upload was not found, so there may be no file"));
        }
        List<Step> packets = history.session(create.exchange().session());
        Optional<Step> refused = packets.stream()
                .filter(step -> step.ack().filter(ack -> !ack.success()).isPresent())
                .findFirst();
        if (refused.isPresent()) {
            Set<Integer> statuses = statuses(context);
            return located(
                    refused.get(),
                    history,
                    StatusChecks.oneOf(
                            statuses, refused.get(), refused.get().ack().orElseThrow()));
        }
        return packets.stream()
                .filter(step -> step.is(PacketType.CLOSE_SESSION) && step.ack().isPresent())
                .findFirst()
                .flatMap(close -> located(close, history, replaced(context)));
    }

    /** Checked only if absence proves something. */
    private static boolean isGone(Step first, CaseHistory history, Context context) {
        return (context.uploadSeen() || context.readBackIsDeclared())
                && history.readBackAfter(first)
                        .map(look -> look.found().presence())
                        .filter(presence -> presence == Presence.ABSENT)
                        .isPresent();
    }

    private static Set<Integer> statuses(Context context) {
        boolean win32 = context.dialect().admits(Document.WIN32);
        boolean mcBup = context.dialect().admits(Document.MC_BUP);
        if (win32 && mcBup) {
            return Set.of(FORBIDDEN, CONFLICT);
        }
        return Set.of(win32 ? CONFLICT : FORBIDDEN);
    }

    private static Judgement replaced(Context context) {
        String expected =
                statuses(context).stream().sorted().map(String::valueOf).collect(Collectors.joining(" or "));
        return Judgement.broken(
                "status " + expected + " to one of its packets",
                "every packet was answered with success, up to Close-Session",
                "An upload to a file that exists, and must not be replaced, was taken up to its Close-Session.");
    }

    private static Optional<Located> located(Step step, CaseHistory history, Judgement judgement) {
        return Optional.of(new Located(history.caseId(), step.exchange().id(), judgement));
    }
}
