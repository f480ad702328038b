package org.bitsconformance.reference.stimulus;

import java.util.OptionalInt;
import java.util.function.Function;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.reference.http.ServerAnswer;
import org.bitsconformance.reference.http.StatusCode;

/** Stimuli that name another host for the packets after Create-Session (MC-BUP 2.2.3.2). */
enum HostStimulus implements Stimulus {
    HOST_NAME(naming(situation -> "localhost", OptionalInt.of(110))),

    HOST_PORT(naming(HostStimulus::second, OptionalInt.of(110))),

    HOST_PORT_NO_FALLBACK(naming(HostStimulus::second, OptionalInt.empty())),

    HOST_GONE(naming(HostStimulus::gone, OptionalInt.of(1))),

    HOST_GONE_NO_FALLBACK(naming(HostStimulus::gone, OptionalInt.empty()));

    @SuppressWarnings("ImmutableEnumChecker") // a script has no state
    private final Script script;

    HostStimulus(Script script) {
        this.script = script;
    }

    @Override
    public Script script() {
        return script;
    }

    /** Names a host, and a fallback timeout in seconds if there is one. */
    private static Script naming(Function<Situation, String> host, OptionalInt fallback) {
        return Script.always(Moment.create(), Moves.changing((situation, right) -> {
            if (right.status() != StatusCode.OK) {
                return right;
            }
            ServerAnswer named = right.with(BitsHeaders.HOST_ID, host.apply(situation));
            return fallback.isPresent()
                    ? named.with(BitsHeaders.HOST_ID_FALLBACK_TIMEOUT, String.valueOf(fallback.getAsInt()))
                    : named;
        }));
    }

    private static String second(Situation situation) {
        return situation.parts().secondAddress().get();
    }

    private static String gone(Situation situation) {
        return situation.parts().goneAddress();
    }
}
