package org.bitsconformance.judge.create;

import static org.bitsconformance.judge.table.AckRow.rule;
import static org.bitsconformance.judge.table.Condition.*;
import static org.bitsconformance.judge.table.Then.*;
import static org.bitsconformance.protocol.BitsHeaders.*;

import java.util.List;
import org.bitsconformance.judge.Rule;

/**
 * Rules about the answer to Create-Session. A rule that states one fact about an Ack is a row: its name, its
 * requirement, when it applies, what must hold. Any other rule is a class.
 */
public final class CreateRules {

    private static final List<Rule> RULES = List.of(
            new CreateSessionSucceeds(),
            new MixedListIsAnswered(),
            new ListWithCommasIsAnswered(),
            rule(
                    "SessionIsNamed",
                    "create-session.session-id",
                    when(createSession(), succeeded()),
                    present(SESSION_ID)),
            new SessionIdHasForm(),
            rule("ProtocolIsNamed", "create-session.protocol", when(createSession(), succeeded()), present(PROTOCOL)),
            new ProtocolWasOffered(),
            rule(
                    "ProtocolIsAbsentOnRefusal",
                    "create-session.protocol.absent",
                    when(createSession(), refused()),
                    absent(PROTOCOL)),
            // The list of content encodings for fragments is for clients that have a session.
            rule(
                    "AcceptEncodingIsAbsentOnRefusal",
                    "create-session.accept-encoding.absent",
                    when(createSession(), refused()),
                    absent(ACCEPT_ENCODING)),
            // The host id is a host name or an address (RFC 1738 section 5; RFC 2373 appendix B). A port, brackets
            // around an address, and underscores, which occur in server names, pass. Another rule judges a value that
            // is too long.
            rule(
                    "HostIdHasForm",
                    "create-session.host-id.form",
                    when(createSession(), has(HOST_ID)),
                    form(
                            HOST_ID,
                            "a host name or an address",
                            value -> !HostName.isShort(value) || HostName.isHostOrAddress(value))),
            new HostIdIsAsConfigured(),
            // The host id has at most 300 characters (Win32 bits-iis-extension-properties, BITSHostId).
            rule(
                    "HostIdIsShort",
                    "create-session.host-id.length",
                    when(createSession(), has(HOST_ID)),
                    form(HOST_ID, "at most 300 characters", HostName::isShort)),
            new FallbackTimeoutHasHost(),
            rule(
                    "FallbackTimeoutIsSeconds",
                    "create-session.fallback-timeout.form",
                    when(createSession(), has(HOST_ID_FALLBACK_TIMEOUT)),
                    form(HOST_ID_FALLBACK_TIMEOUT, "a decimal number of seconds", value -> value.matches("\\d+"))),
            new FallbackTimeoutIsAsConfigured());

    private CreateRules() {}

    /** Every rule of this package. */
    public static List<Rule> all() {
        return RULES;
    }
}
