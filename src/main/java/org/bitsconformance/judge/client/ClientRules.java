package org.bitsconformance.judge.client;

import java.util.List;
import java.util.stream.Stream;
import org.bitsconformance.judge.CaseRule;

/**
 * Rules about what a client sends. A case holds the packets of one client for one upload, in the order of sending. The
 * packets of a session that was created before the observation began are judged by themselves alone.
 */
public final class ClientRules {

    private static final List<CaseRule> RULES = Stream.of(
                    PacketRules.all(),
                    SessionIdRules.all(),
                    NameRules.all(),
                    OfferRules.all(),
                    RangeRules.all(),
                    EncodingRules.all(),
                    CourseRules.all(),
                    PaceRules.all(),
                    RestartRules.all(),
                    EndRules.all(),
                    HostRules.all(),
                    ReplyRules.all(),
                    CredentialRules.all(),
                    AnswerRules.all(),
                    ErrorRules.all(),
                    SuccessRules.all(),
                    ApplicationErrorRules.all())
            .flatMap(List::stream)
            .toList();

    private ClientRules() {}

    /** All of them. */
    public static List<CaseRule> all() {
        return RULES;
    }
}
