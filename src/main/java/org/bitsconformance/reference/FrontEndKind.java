package org.bitsconformance.reference;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What carries requests and answers between a client and the reference server. */
public enum FrontEndKind {
    /** WireMock: HTTP as a servlet container speaks it. */
    WIREMOCK,
    /** A plain TCP socket, which can send what no servlet container would. */
    SOCKET;

    /** How the command line spells it. */
    public String optionName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The front end with this option name; empty for any other word. */
    public static Optional<FrontEndKind> named(String optionName) {
        return Arrays.stream(values())
                .filter(frontEnd -> frontEnd.optionName().equals(optionName))
                .findFirst();
    }
}
