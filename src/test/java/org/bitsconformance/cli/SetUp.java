package org.bitsconformance.cli;

import org.bitsconformance.plan.Capabilities;
import org.bitsconformance.reference.HostId;
import org.bitsconformance.reference.ReferenceOptions;
import org.bitsconformance.reference.ReferenceServer;

/** How the server of a fault is set up beside what is usual: the words that {@code setup} in {@code faults.yaml} may be. */
enum SetUp {
    /** As the embedded server is. */
    USUAL(""),
    /** It listens on a second port, and names that as the host to go on with. */
    SECOND_PORT("second-port") {
        @Override
        ReferenceOptions of(ReferenceOptions usual) {
            return usual.withHostId(HostId.ofSecondPort(110));
        }

        @Override
        Capabilities declared(Capabilities usual, ReferenceServer server) {
            return new Capabilities(
                    usual.overwrite(),
                    server.secondAddress(),
                    usual.hostIdFallbackTimeout(),
                    usual.connections(),
                    usual.limits());
        }
    };

    private final String word;

    SetUp(String word) {
        this.word = word;
    }

    static SetUp named(String word) {
        for (SetUp one : values()) {
            if (one.word.equals(word)) {
                return one;
            }
        }
        throw new IllegalArgumentException("no set-up " + word);
    }

    ReferenceOptions of(ReferenceOptions usual) {
        return usual;
    }

    Capabilities declared(Capabilities usual, ReferenceServer server) {
        return usual;
    }
}
