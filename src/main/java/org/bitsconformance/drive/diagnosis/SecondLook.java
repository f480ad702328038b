package org.bitsconformance.drive.diagnosis;

import java.net.URI;
import java.util.Optional;
import org.bitsconformance.transcript.http.Answer;

/**
 * Distinguishes causes that look the same in the answer to a Ping, with another verb, or another scheme at the same
 * port.
 */
public interface SecondLook {

    /** Where the Ping went. */
    URI url();

    /** What the URL of the Ping answers to another verb, without a body; empty if there is no answer. */
    Optional<Answer> answerTo(String method);

    /** Whether the port of an http URL speaks TLS; a certificate that is not trusted shows that too. */
    boolean speaksTls();

    /** Whether the port of an https URL speaks HTTP without TLS. */
    boolean speaksPlainHttp();
}
