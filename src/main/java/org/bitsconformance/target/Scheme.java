package org.bitsconformance.target;

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

    /** Whether what is authenticated is a connection and not a request. */
    public boolean ofConnections() {
        return this == NTLM || this == NEGOTIATE;
    }
}
