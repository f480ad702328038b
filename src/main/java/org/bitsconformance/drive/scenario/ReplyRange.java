package org.bitsconformance.drive.scenario;

/** Values of {@code Range} for a reply, from the words in tables. */
final class ReplyRange {

    private ReplyRange() {}

    /** The value for a reply of that many bytes, which is at least 10. */
    static String of(String word, long length) {
        long quarter = length / 4;
        long half = length / 2;
        String range = switch (word) {
            case "first" -> "0-" + (quarter - 1);
            case "middle" -> quarter + "-" + half;
            case "last" -> (length - 1) + "-" + (length - 1);
            case "one-byte" -> half + "-" + half;
            case "open-end" -> half + "-";
            case "past-end" -> half + "-" + (length + 99);
            case "suffix" -> "-" + quarter;
            case "whole" -> "0-" + (length - 1);
            case "apart" -> "0-" + (quarter - 1) + "," + half + "-" + (half + quarter - 1);
            case "descending" -> half + "-" + (half + quarter - 1) + ",0-" + (quarter - 1);
            case "overlapping" -> "0-" + half + "," + quarter + "-" + (length - 1);
            case "adjacent" -> "0-" + (half - 1) + "," + half + "-" + (length - 1);
            case "beyond-end" -> length + "-" + (length + 99);
            case "beyond-end-open" -> length + "-";
            case "no-number" -> "abc";
            case "reversed" -> "5-2";
            case "nothing" -> "";
            case "other-unit" -> "0-5";
            default -> throw new IllegalArgumentException("no range is called " + word);
        };
        return (word.equals("other-unit") ? "items=" : "bytes=") + range;
    }
}
