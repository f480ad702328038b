package org.bitsconformance.reference.fault;

import static org.bitsconformance.reference.fault.Deviations.answering;
import static org.bitsconformance.reference.fault.Deviations.lapsing;
import static org.bitsconformance.reference.fault.Deviations.overlooking;

import org.bitsconformance.protocol.Hresult;
import org.bitsconformance.reference.http.StatusCode;
import org.bitsconformance.reference.server.Conduct;
import org.bitsconformance.reference.server.Misbehaviour;
import org.bitsconformance.reference.server.Refusal;

/** Faults in access control; they show if the server asks for credentials. */
public enum AccessFault implements Fault {
    CREDENTIALS_NOT_ASKED_FOR(
            "Packets without credentials are accepted, although the server asks for them",
            "401",
            lapsing(Misbehaviour.ASKS_FOR_NO_CREDENTIALS)),

    ANY_PASSWORD_TAKEN("Any password of a user is taken", "wrong password", lapsing(Misbehaviour.TAKES_ANY_PASSWORD)),

    CHALLENGE_WITHOUT_SCHEME(
            "401 comes without WWW-Authenticate", "WWW-Authenticate", lapsing(Misbehaviour.CHALLENGES_WITHOUT_SCHEME)),

    CHALLENGE_OF_OTHER_SCHEME(
            "401 asks for credentials by another scheme than the one that is taken",
            "WWW-Authenticate",
            lapsing(Misbehaviour.CHALLENGES_BY_OTHER_SCHEME)),

    PING_NEVER_LET_IN(
            "A Ping is answered 401 even with right credentials", "401", lapsing(Misbehaviour.LETS_NO_PING_IN)),

    FRAGMENT_NEVER_LET_IN(
            "A Fragment is answered 401 even with right credentials", "401", lapsing(Misbehaviour.LETS_NO_FRAGMENT_IN)),

    DENIED_USER_TAKEN("A user who may not upload can", "403", overlooking(Refusal.ACCESS_DENIED)),

    DENIED_USER_ANSWERED_404(
            "A user who may not upload is answered 404",
            "403",
            answering(When.refusedFor(Refusal.ACCESS_DENIED), StatusCode.NOT_FOUND)),

    DENIED_USER_OTHER_CODE(
            "A user who may not upload is answered 403 with another HRESULT",
            "0x80070005",
            answering(When.refusedFor(Refusal.ACCESS_DENIED), StatusCode.FORBIDDEN, Hresult.E_INVALIDARG));

    @SuppressWarnings("ImmutableEnumChecker") // a conduct has no state
    private final Defect defect;

    AccessFault(String title, String tellTale, Conduct conduct) {
        this.defect = new Defect(title, tellTale, conduct);
    }

    @Override
    public Defect defect() {
        return defect;
    }
}
