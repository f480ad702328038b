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
import org.bitsconformance.transcript.http.Answer;

/**
 * A rule about one download of a reply on the target's own host, before its session ends. It is not asked about answers
 * that say nothing about the reply: from a front end, with a redirect, or for a reply that is gone.
 */
interface DownloadRule extends CaseRule {

    /**
     * Judges a download.
     *
     * @param reply what else the case has shown of the reply
     */
    Judgement judge(Download download, Answer answer, ObservedReply reply);

    @Override
    default List<Located> judge(CaseHistory history, Context context) {
        List<Located> found = new ArrayList<>();
        for (Download download : Downloads.ofTarget(history, context)) {
            Optional<Answer> answer = download.answer().filter(seen -> !Downloads.isBeside(seen));
            if (answer.isPresent() && download.ended().isEmpty()) {
                Judgement seen = judge(download, answer.get(), ObservedReply.to(download, history));
                boolean gone = seen instanceof Judgement.Broken && Downloads.isGone(download, answer.get(), history);
                Judgement judgement = gone
                        ? Judgement.skipped("the reply is gone after it was fetched, which is another requirement")
                        : seen;
                if (!(judgement instanceof Judgement.OutOfScope)) {
                    found.add(new Located(history.caseId(), download.exchange().id(), judgement));
                }
            }
        }
        return found;
    }
}
