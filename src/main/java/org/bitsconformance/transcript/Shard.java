package org.bitsconformance.transcript;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One of several parts of a plan, each of which is a run of its own. Cases are distributed in the plan's order, one to
 * each part in turn, whatever the driving order, so that the sizes of the parts differ by at most one case.
 *
 * @param number of the part, from 1
 * @param of how many parts there are
 */
public record Shard(int number, int of) {

    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,3})/([1-9][0-9]{0,3})");

    /**
     * Reads {@code 2/5}, the second of five parts.
     *
     * @throws IllegalArgumentException for anything else; the message says what is allowed
     */
    public static Shard parse(String text) {
        Matcher form = FORM.matcher(text);
        if (form.matches()) {
            Shard shard = new Shard(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
            if (shard.exists()) {
                return shard;
            }
        }
        throw new IllegalArgumentException(
                "must be I/N, the I-th of N parts with I from 1 to N, such as 2/5, not \"" + text + "\"");
    }

    /** Whether such a part exists. */
    public boolean exists() {
        return number >= 1 && number <= of;
    }

    /** The elements of a list that belong to this part, in the order of the list. */
    public <T> List<T> partOf(List<T> all) {
        return IntStream.range(0, all.size())
                .filter(place -> place % of == number - 1)
                .mapToObj(all::get)
                .toList();
    }

    /** In the form that {@link #parse} reads. */
    @Override
    public String toString() {
        return number + "/" + of;
    }
}
