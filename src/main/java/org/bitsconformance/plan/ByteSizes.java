package org.bitsconformance.plan;

import java.math.BigInteger;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitsconformance.target.Quoted;

/** Parses numbers of bytes as target files write them. */
public final class ByteSizes {
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,18})(?: ?([KMGT]i?B|B))?");
    private static final Map<Character, Integer> POWERS = Map.of('B', 0, 'K', 1, 'M', 2, 'G', 3, 'T', 4);

    private ByteSizes() {}

    /**
     * A whole number of bytes or of a larger unit: {@code 65536}, {@code 64 KiB}, {@code 4GiB}; {@code KB}, {@code MB},
     * {@code GB} and {@code TB} are decimal. At least 1, at most 2^63 - 1.
     *
     * @return the number of bytes
     * @throws IllegalArgumentException if the text is anything else
     */
    public static long parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "must be a number of bytes such as 65536, 64 KiB or 4 GiB, not " + Quoted.text(text));
        }
        BigInteger bytes = new BigInteger(form.group(1)).multiply(unit(form.group(2)));
        if (bytes.bitLength() >= Long.SIZE) {
            throw new IllegalArgumentException(
                    "must be at most " + Long.MAX_VALUE + " bytes, not " + Quoted.text(text));
        }
        return bytes.longValue();
    }

    private static BigInteger unit(String name) {
        if (name == null) {
            return BigInteger.ONE;
        }
        return BigInteger.valueOf(name.contains("i") ? 1024 : 1000).pow(POWERS.get(name.charAt(0)));
    }
}
