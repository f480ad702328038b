package org.bitsconformance.cli;

import java.time.Duration;
import java.util.List;
import org.bitsconformance.reference.ReferenceOptions;
import org.bitsconformance.reference.ReferenceServer;
import org.bitsconformance.reference.server.HostId;
import org.bitsconformance.reference.server.Limits;
import org.bitsconformance.reference.server.Protection;
import org.bitsconformance.target.NotificationSettings;

/** A special setup of a fault's server, one for each word that {@code setup} in {@code faults.yaml} may have. */
enum SetUp {
    /** Like the embedded server. */
    USUAL(""),
    /** It listens on a second port, and names that as the host to continue with. */
    SECOND_PORT("second-port") {
        @Override
        ReferenceOptions of(ReferenceOptions usual) {
            return usual.withHostId(HostId.ofSecondPort(110));
        }

        @Override
        String declared(ReferenceServer server) {
            return "capabilities: {overwrite: false, hostIdFallbackTimeout: 110s, hostId: \"%s\"}\n"
                    .formatted(server.secondAddress().orElseThrow());
        }
    },
    /** An upload replaces an existing file at its destination. */
    OVERWRITING("overwriting") {
        @Override
        ReferenceOptions of(ReferenceOptions usual) {
            return ReferenceOptions.conformant(usual.dialect());
        }

        @Override
        String declared(ReferenceServer server) {
            return "capabilities: {overwrite: true, hostId: none}\n";
        }
    },
    /** Its sessions end soon. */
    SESSION_TIMEOUT("session-timeout") {
        @Override
        ReferenceOptions of(ReferenceOptions usual) {
            return usual.withLimits(Limits.NONE.withSessionTimeout(Duration.ofSeconds(1)));
        }

        @Override
        String declared(ReferenceServer server) {
            return "capabilities: {overwrite: false, sessionTimeout: 1s}\n";
        }
    },
    /** It accepts only small uploads in small fragments. */
    LIMITS("limits") {
        @Override
        ReferenceOptions of(ReferenceOptions usual) {
            return usual.withLimits(Limits.NONE.withMaximumUploadSize(100_000).withMaximumFragmentSize(50_000));
        }

        @Override
        String declared(ReferenceServer server) {
            return "maxUpload: 100000\nmaxFragment: 50000\ncapabilities: {overwrite: false}\n";
        }
    },
    /** It asks for Basic credentials; one user may upload, another may not. */
    CREDENTIALS("credentials") {
        @Override
        ReferenceOptions of(ReferenceOptions usual) {
            return usual.withProtection(Protection.by(
                    Protection.Scheme.BASIC,
                    new Protection.User("ann", "right password", true),
                    new Protection.User("dan", "denied password", false)));
        }

        @Override
        String declared(ReferenceServer server) {
            return """
                authentication: basic
                user: ann
                password: right password
                deniedUser: dan
                deniedPassword: denied password
                """;
        }
    },
    /** It notifies the server application of the run, by value. */
    VALUE("value") {
        @Override
        NotificationSettings.Type notification() {
            return NotificationSettings.Type.VALUE;
        }
    },
    /** It has a server application configured, and its notification turned off. */
    TURNED_OFF("turned-off") {
        @Override
        EmbeddedServer start(ReferenceOptions options) {
            return EmbeddedServer.startTurnedOff(options);
        }
    },
    /** It notifies the server application of the run, by reference. */
    REFERENCE("reference") {
        @Override
        NotificationSettings.Type notification() {
            return NotificationSettings.Type.REFERENCE;
        }
    },
    /** Plan history drives it. */
    HISTORY("history") {
        @Override
        List<String> options() {
            return List.of("plan", "history");
        }
    },
    /** Plan concurrent drives it. */
    CONCURRENT("concurrent") {
        @Override
        List<String> options() {
            return List.of("plan", "concurrent", "uploads", "20");
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

    /** Options that a run needs for it: names, each followed by its value. */
    List<String> options() {
        return List.of();
    }

    /** Starts the server. */
    EmbeddedServer start(ReferenceOptions options) {
        return EmbeddedServer.start(options, notification());
    }

    /** How it notifies the server application of the run. */
    NotificationSettings.Type notification() {
        return NotificationSettings.Type.NONE;
    }

    /** What a target file says about it, besides its URL; empty if the run uses the embedded server. */
    String declared(ReferenceServer server) {
        return "";
    }
}
