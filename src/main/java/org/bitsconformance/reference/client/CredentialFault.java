package org.bitsconformance.reference.client;

import static org.bitsconformance.reference.client.Wrongly.choosing;
import static org.bitsconformance.reference.client.Wrongly.claiming;
import static org.bitsconformance.reference.client.Wrongly.sending;

/** Faults of credentials. */
enum CredentialFault implements ClientFault {
    CREDENTIALS_NEVER_GIVEN(
            choosing((turn, right, progress) -> turn.status() == 401 ? again(turn, progress, "", 4) : right)),

    CREDENTIALS_REFUSED_GIVEN_AGAIN(choosing((turn, right, progress) ->
            turn.status() == 401 ? again(turn, progress, turn.answer().value("WWW-Authenticate"), 8) : right)),

    CREDENTIALS_OF_OTHER_NONCE(changing("nonce=\"[^\"]*\"", "nonce=\"abc\"")),

    CREDENTIALS_OF_OTHER_REALM(changing("realm=\"[^\"]*\"", "realm=\"elsewhere\"")),

    CREDENTIALS_WITHOUT_RESPONSE(changing(", response=\"[^\"]*\"", "")),

    CREDENTIALS_WITHOUT_NONCE(changing(", nonce=\"[^\"]*\"", "")),

    CREDENTIALS_NOT_ENCODED(changing("Basic .*", "Basic observer:secret")),

    CREDENTIALS_WITHOUT_COLON(changing("Basic .*", "Basic b2JzZXJ2ZXI=")),

    CREDENTIALS_OF_OTHER_SCHEME(changing("Basic .*", "Bearer b2JzZXJ2ZXI=")),

    CREDENTIALS_WITHOUT_PING(Wrongly.both(
            Wrongly.delivering(WhichPacket.every(), Transmission.USUAL.closed()),
            choosing((turn, right, progress) -> turn.status() == 401 ? again(turn, progress, "", 2) : right))),

    SUCCEEDS_AFTER_401(claiming(choosing((turn, right, progress) -> turn.status() == 401 ? NextStep.GIVE_UP : right)));

    @SuppressWarnings("ImmutableEnumChecker") // a conduct has no state
    private final ClientConduct conduct;

    CredentialFault(ClientConduct conduct) {
        this.conduct = conduct;
    }

    @Override
    public ClientConduct conduct() {
        return conduct;
    }

    private static NextStep again(TakenStep turn, UploadProgress progress, String challenge, int most) {
        progress.challenge = challenge;
        return progress.turns().size() < most ? turn.step() : NextStep.GIVE_UP;
    }

    private static ClientConduct changing(String regex, String other) {
        return sending(
                (packet, progress) -> !packet.value("Authorization").isEmpty(),
                packet -> packet.set(
                        "Authorization", packet.value("Authorization").replaceFirst(regex, other)));
    }
}
