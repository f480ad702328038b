package org.bitsconformance.target;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** An HTTP authentication scheme that the suite can answer. */
public enum Scheme {
    /** RFC 2617 2; sent with every packet, asked for or not. */
    BASIC("Basic"),
    /** RFC 2617 3; sent with every packet once a challenge was seen. */
    DIGEST("Digest"),
    /** NTLM over HTTP; holds for a connection. */
    NTLM("NTLM"),
    /** RFC 4559, with the Kerberos ticket of whoever runs the suite; holds for a connection. */
    NEGOTIATE("Negotiate");

    private final String word;

    Scheme(String word) {
        this.word = word;
    }

    /** Its name as HTTP has it. */
    public String word() {
        return word;
    }

    /** As target files and the record spell it. */
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

    /** Whether what is authenticated is a connection and not a request. */
    public boolean ofConnections() {
        return this == NTLM || this == NEGOTIATE;
    }
}
