package org.bitsconformance.judge.session;

import java.util.List;
import java.util.Optional;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Located;
import org.bitsconformance.judge.StatusChecks;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Hresult;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.ErrorCode;

/**
 * The Ack that refuses an upload for its size carries BG_E_TOO_LARGE (Win32 bits-return-values). The status is open:
 * 404 in IIS 7, 413 in HTTP.
 */
public final class LargeUploadHasItsCode implements CaseRule {

    @Override
    public String requirement() {
        return "refusal.too-large.file";
    }

    @Override
    public List<Located> judge(CaseHistory history, Context context) {
        List<Step> large = history.steps().stream()
                .filter(step -> OverLimitPackets.upload(step, context) && !OverLimitPackets.fragment(step, context))
                .toList();
        if (large.isEmpty()) {
            return List.of();
        }
        Optional<Step> refused =
                large.stream().filter(OverLimitPackets::refused).findFirst();
        return List.of(refused.map(
                        step -> new Located(history.caseId(), step.exchange().id(), judge(step)))
                .orElseGet(() -> new Located(
                        history.caseId(),
                        large.get(0).exchange().id(),
                        Judgement.skipped("no fragment of an upload over maxUpload was refused"))));
    }

    private static Judgement judge(Step step) {
        if (step.ack().isEmpty()) {
            return OverLimitPackets.byOthers(step);
        }
        Answer ack = step.ack().get();
        if (ErrorCode.of(ack.headers()).isEmpty()) {
            return Judgement.observed("A fragment of an upload over maxUpload was answered " + ack.status()
                    + " without " + BitsHeaders.ERROR + ".");
        }
        return StatusChecks.says(ack, Hresult.BG_E_TOO_LARGE)
                ? Judgement.held()
                : Judgement.broken(
                                Hresult.BG_E_TOO_LARGE.toString(),
                                StatusChecks.code(ack),
                                "The " + ack.status() + " answer to a fragment of an upload over maxUpload has "
                                        + StatusChecks.code(ack) + " where " + Hresult.BG_E_TOO_LARGE + " is expected.")
                        .decidedBy(StatusChecks.codeField(ack));
    }
}
