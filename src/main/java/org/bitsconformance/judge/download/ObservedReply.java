package org.bitsconformance.judge.download;

import java.util.Optional;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.Download;
import org.bitsconformance.transcript.http.Answer;

/**
 * What a case has shown of a reply.
 *
 * @param plainGet the first GET for all of it, before its session ended
 * @param content its bytes as ISO 8859-1, if that GET was answered 200 and they came completely and without a coding
 */
record ObservedReply(Optional<Download> plainGet, Optional<String> content) {

    private static final char MASK = '*';

    /** The reply that a download fetches. */
    static ObservedReply to(Download download, CaseHistory history) {
        Optional<Download> plainGet = history.downloads().stream()
                .filter(one -> one.isPlainGet()
                        && one.ended().isEmpty()
                        && one.exchange().session() == download.exchange().session()
                        && one.request().target().equals(download.request().target()))
                .findFirst();
        return new ObservedReply(
                plainGet,
                plainGet.flatMap(Download::answer)
                        .filter(answer -> answer.status() == 200 && answer.complete() && isUncoded(answer))
                        .map(Answer::body));
    }

    /** Whether the bytes of an answer are those of the reply itself, without a coding (RFC 2616 14.11). */
    static boolean isUncoded(Answer answer) {
        return answer.headers()
                .first("Content-Encoding")
                .filter(coding -> !coding.equalsIgnoreCase("identity"))
                .isEmpty();
    }

    /**
     * Where two texts first differ, or the shorter one ends; -1 if they are the same. What the record has masked may be
     * any byte: a secret that a range splits is masked in only one of them.
     */
    static int firstDifference(String one, String other) {
        int common = Math.min(one.length(), other.length());
        for (int i = 0; i < common; i++) {
            char left = one.charAt(i);
            char right = other.charAt(i);
            if (left != right && left != MASK && right != MASK) {
                return i;
            }
        }
        return one.length() == other.length() ? -1 : common;
    }

    /** Whether two texts are the same, as far as the record shows. */
    static boolean same(String one, String other) {
        return firstDifference(one, other) < 0;
    }
}
