package org.bitsconformance.protocol;

/** The protocols that a client can offer in {@code BITS-Supported-Protocols} (Win32 create-session; MC-BUP note 6). */
public final class UploadProtocol {

    /** BITS 1.5 Upload Protocol, the only one defined, spelt as in the documents, with braces and in lower case. */
    public static final String BITS_1_5 = "{7df0354d-249b-430f-820d-3d2a9bef4931}";

    private UploadProtocol() {}
}
