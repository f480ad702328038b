package org.bitsconformance.judge.download;

import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Download;
import org.bitsconformance.transcript.http.Answer;

/** Neither GET nor HEAD is refused as a method. */
public final class GetAndHeadAreServed implements DownloadRule {

    @Override
    public String requirement() {
        return "download.verbs";
    }

    @Override
    public Judgement judge(Download download, Answer answer, ObservedReply reply) {
        if (!download.isPlainGet() && !download.isHead()) {
            return Judgement.outOfScope();
        }
        if (refusesMethod(answer)) {
            return Downloads.wrongStatus(download, answer, "200");
        }
        return answer.status() < 300 ? Judgement.held() : Judgement.outOfScope();
    }

    /** Whether an answer says that the server does not know the method, or does not allow it. */
    static boolean refusesMethod(Answer answer) {
        return answer.status() == 405 || answer.status() == 501;
    }
}
