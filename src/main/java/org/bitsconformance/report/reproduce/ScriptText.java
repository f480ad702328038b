package org.bitsconformance.report.reproduce;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Text in scripts: whatever a server sent becomes a one-line comment or a constant, never a command. */
public final class ScriptText {

    private static final int LONGEST_COMMENT = 1_000;

    private ScriptText() {}

    /** A comment line in printable ASCII, with its line end. */
    static String comment(String text) {
        return "# " + ascii(text, LONGEST_COMMENT) + "\n";
    }

    /** The text on one line in printable ASCII, with escapes for anything else. */
    static String ascii(String text, int longest) {
        StringBuilder shown = new StringBuilder();
        text.replaceAll("[\\r\\n\\t ]+", " ").strip().chars().limit(longest).forEach(c -> {
            if (c >= 0x20 && c < 0x7F) {
                shown.append((char) c);
            } else {
                shown.append((c <= 0xFF ? "\\x%02X" : "\\u%04X").formatted(c));
            }
        });
        return text.length() > longest ? shown + "... (cut)" : shown.toString();
    }

    /** Printable ASCII as one shell word, without expansion. */
    public static String shell(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** Parts as one shell word. */
    public static String shell(List<PacketPart> parts) {
        return parts.stream()
                .map(part -> part.variable() ? "\"$" + part.text() + "\"" : shell(part.text()))
                .collect(Collectors.joining());
    }

    /** Bytes, given as characters with the same numbers, as a Python constant. */
    static String python(String bytes) {
        StringBuilder literal = new StringBuilder("b\"");
        bytes.chars().forEach(c -> {
            switch (c) {
                case '\r' -> literal.append("\\r");
                case '\n' -> literal.append("\\n");
                case '"', '\\' -> literal.append('\\').append((char) c);
                default -> literal.append(c >= 0x20 && c < 0x7F ? String.valueOf((char) c) : "\\x%02x".formatted(c));
            }
        });
        return literal.append('"').toString();
    }

    /** Parts as a Python expression. */
    static String python(List<PacketPart> parts) {
        return parts.isEmpty()
                ? "b\"\""
                : parts.stream()
                        .map(part -> part.variable() ? part.text() : python(part.text()))
                        .collect(Collectors.joining(" + "));
    }

    /** The fixed part of a script. */
    static String resource(String name) {
        try (InputStream in = ScriptText.class.getResourceAsStream("/report/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
