package org.bitsconformance.plan;

/**
 * A pattern for a whole id: {@code *} is any run of characters, also none; {@code ?} is any one. Case counts.
 *
 * @param pattern the pattern as written
 */
record Glob(String pattern) {
    /** Compares in time proportional to the product of the lengths, at worst. */
    boolean matches(String id) {
        int at = 0;
        int inId = 0;
        int star = -1;
        int retry = 0;
        while (inId < id.length()) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                star = at++;
                retry = inId;
            } else if (at < pattern.length() && matches(pattern.charAt(at), id.charAt(inId))) {
                at++;
                inId++;
            } else if (star >= 0) {
                at = star + 1;
                inId = ++retry;
            } else {
                return false;
            }
        }
        return pattern.substring(at).chars().allMatch(rest -> rest == '*');
    }

    private static boolean matches(char expected, char actual) {
        return expected == '?' || expected == actual;
    }
}
