package org.bitsconformance.reference.fault;

import static org.bitsconformance.reference.fault.Deviations.answering;
import static org.bitsconformance.reference.fault.Deviations.lapsing;
import static org.bitsconformance.reference.fault.Deviations.overlooking;

import org.bitsconformance.protocol.Hresult;
import org.bitsconformance.reference.http.StatusCode;
import org.bitsconformance.reference.server.Misbehaviour;
import org.bitsconformance.reference.server.Refusal;

/** Faults about who is let in; they show where the server asks for credentials. */
final class AccessFaults {

    static final Defect CREDENTIALS_NOT_ASKED_FOR = new Defect(
            "Packets without credentials are taken, though the server asks for them",
            "401",
            lapsing(Misbehaviour.ASKS_FOR_NO_CREDENTIALS));

    static final Defect ANY_PASSWORD_TAKEN =
            new Defect("Any password of a user is taken", "wrong password", lapsing(Misbehaviour.TAKES_ANY_PASSWORD));

    static final Defect CHALLENGE_WITHOUT_SCHEME = new Defect(
            "401 comes without WWW-Authenticate", "WWW-Authenticate", lapsing(Misbehaviour.CHALLENGES_WITHOUT_SCHEME));

    static final Defect CHALLENGE_OF_OTHER_SCHEME = new Defect(
            "401 asks for credentials by another scheme than the one that is taken",
            "WWW-Authenticate",
            lapsing(Misbehaviour.CHALLENGES_BY_OTHER_SCHEME));

    static final Defect PING_NEVER_LET_IN = new Defect(
            "A Ping is answered 401 even with right credentials", "401", lapsing(Misbehaviour.LETS_NO_PING_IN));

    static final Defect FRAGMENT_NEVER_LET_IN = new Defect(
            "A Fragment is answered 401 even with right credentials", "401", lapsing(Misbehaviour.LETS_NO_FRAGMENT_IN));

    static final Defect DENIED_USER_TAKEN =
            new Defect("A user who may not upload can", "403", overlooking(Refusal.ACCESS_DENIED));

    static final Defect DENIED_USER_ANSWERED_404 = new Defect(
            "A user who may not upload is answered 404",
            "403",
            answering(When.refusedFor(Refusal.ACCESS_DENIED), StatusCode.NOT_FOUND));

    static final Defect DENIED_USER_OTHER_CODE = new Defect(
            "A user who may not upload is answered 403 with another HRESULT",
            "0x80070005",
            answering(When.refusedFor(Refusal.ACCESS_DENIED), StatusCode.FORBIDDEN, Hresult.E_INVALIDARG));

    private AccessFaults() {}
}
