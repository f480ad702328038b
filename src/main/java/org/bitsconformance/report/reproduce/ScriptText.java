package org.bitsconformance.report.reproduce;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Text in scripts: whatever a server sent becomes a comment of one line, or a constant, and never a command. */
public final class ScriptText {

    private static final int LONGEST_COMMENT = 1_000;

    private ScriptText() {}

    /** A line of a comment, in printable ASCII, with its end. */
    static String comment(String text) {
        return "# " + ascii(text, LONGEST_COMMENT) + "\n";
    }

    /** The text on one line in printable ASCII; anything else is an escape. */
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

    /** Printable ASCII as a word of a shell that it does not look into. */
    public static String shell(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** Parts as one word of a shell. */
    public static String shell(List<PacketPart> parts) {
        return parts.stream()
                .map(part -> part.variable() ? "\"$" + part.text() + "\"" : shell(part.text()))
                .collect(Collectors.joining());
    }

    /** Bytes, each a character of the same number, as a constant of Python. */
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

    /** Parts as an expression of Python. */
    static String python(List<PacketPart> parts) {
        return parts.isEmpty()
                ? "b\"\""
                : parts.stream()
                        .map(part -> part.variable() ? part.text() : python(part.text()))
                        .collect(Collectors.joining(" + "));
    }

    /** The part of a script that is always the same. */
    static String resource(String name) {
        try (InputStream in = ScriptText.class.getResourceAsStream("/report/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
