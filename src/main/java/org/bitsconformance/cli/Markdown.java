package org.bitsconformance.cli;

/** What text needs to stand in a page of Markdown. */
final class Markdown {

    private Markdown() {}

    /** Text that Markdown takes for nothing else. */
    static String escaped(String text) {
        return text.replaceAll("([\\\\|<*_`\\[\\]])", "\\\\$1");
    }
}
