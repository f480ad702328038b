package org.bitsconformance.requirement;

/** How strongly a source states a requirement, strongest first. */
public enum Level {
    /** Upper-case MUST or MUST NOT in MC-BUP; "must" or "required" in the Win32 pages. */
    MUST,
    /** Specified without a keyword; binds like {@link #MUST}. */
    STATED,
    /** SHOULD or SHOULD NOT. */
    SHOULD,
    /** MAY, "can", "optional". */
    MAY;

    /** Whether breaking it makes a server nonconformant. */
    public boolean binds() {
        return this == MUST || this == STATED;
    }
}
