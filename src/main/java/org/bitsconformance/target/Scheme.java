package org.bitsconformance.target;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** An HTTP authentication scheme that the suite can answer. */
public enum Scheme {
    /** RFC 2617 2; sent with every packet, asked for or not. */
    BASIC("Basic"),
    /** RFC 2617 3; sent with every packet after the first challenge. */
    DIGEST("Digest"),
    /** NTLM over HTTP; authenticates a connection. */
    NTLM("NTLM"),
    /** RFC 4559, with the Kerberos ticket of the user who runs the suite; authenticates a connection. */
    NEGOTIATE("Negotiate");

    private final String word;

    Scheme(String word) {
        this.word = word;
    }

    /** Its name in HTTP. */
    public String word() {
        return word;
    }

    /** As in target files and the record. */
    public String optionName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Parses {@link #optionName}.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static Scheme parse(String text) {
        return Arrays.stream(values())
                .filter(scheme -> scheme.optionName().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + Arrays.stream(values()).map(Scheme::optionName).collect(Collectors.joining(", "))
                        + ", not " + Quoted.text(text)));
    }

    /** Whether it authenticates a connection instead of a request. */
    public boolean ofConnections() {
        return this == NTLM || this == NEGOTIATE;
    }
}
