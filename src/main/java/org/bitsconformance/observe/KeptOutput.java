package org.bitsconformance.observe;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Keeps the beginning and the end of what a program prints, whatever the amount. Thread-safe. */
final class KeptOutput {

    /** How many bytes of each are kept. */
    private static final int MOST = 16 << 10;

    private final ByteArrayOutputStream first = new ByteArrayOutputStream();
    private final byte[] last = new byte[MOST];
    private long afterFirst;

    synchronized void take(byte[] bytes, int count) {
        int begins = Math.min(count, MOST - first.size());
        first.write(bytes, 0, begins);
        for (int i = begins; i < count; i++) {
            last[(int) (afterFirst % MOST)] = bytes[i];
            afterFirst++;
        }
    }

    /** As text, with control characters escaped; says how much was left out. */
    synchronized String text() {
        return escaped(first.toByteArray())
                + (afterFirst > MOST ? "\n… " + (afterFirst - MOST) + " bytes left out …\n" : "")
                + escaped(end());
    }

    private byte[] end() {
        if (afterFirst <= MOST) {
            return Arrays.copyOf(last, (int) afterFirst);
        }
        int from = (int) (afterFirst % MOST);
        byte[] end = new byte[MOST];
        System.arraycopy(last, from, end, 0, MOST - from);
        System.arraycopy(last, 0, end, MOST - from, from);
        return end;
    }

    private static String escaped(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        new String(bytes, StandardCharsets.UTF_8)
                .replace("\r\n", "\n")
                .codePoints()
                .forEach(c -> {
                    boolean shown = c == '\n' || c == '\t' || !Character.isISOControl(c);
                    text.append(shown ? Character.toString(c) : "\\x%02X".formatted(c));
                });
        return text.toString();
    }
}
