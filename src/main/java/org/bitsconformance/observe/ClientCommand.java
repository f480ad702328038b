package org.bitsconformance.observe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The command of a client, with placeholders: {@code {url}}, {@code {file}}, {@code {size}}, {@code {user}} and
 * {@code {password}}.
 *
 * @param words the program and its arguments
 */
public record ClientCommand(List<String> words) {

    private static final String URL = "{url}";
    private static final String FILE = "{file}";
    private static final String SIZE = "{size}";
    private static final String USER = "{user}";
    private static final String PASSWORD = "{password}";

    /**
     * What is put in place of the placeholders.
     *
     * @param size of the file in bytes
     */
    public record Values(String url, Path file, long size, String user, String password) {

        @Override
        public String toString() {
            return "Values[" + url + ", " + file + ", " + size + ", " + user + "]";
        }
    }

    /**
     * Checks the words.
     *
     * @throws IllegalArgumentException when a client could not know what to upload, and where
     */
    public ClientCommand {
        words = List.copyOf(words);
        for (String needed : List.of(URL, FILE)) {
            if (words.stream().noneMatch(word -> word.contains(needed))) {
                throw new IllegalArgumentException("has no " + needed + ": a client must be told "
                        + (needed.equals(URL) ? "where to upload" : "what to upload"));
            }
        }
    }

    /** The program cannot be started; the message says which one, and why. */
    public static final class NotStarted extends IOException {

        private static final long serialVersionUID = 1L;

        NotStarted(String program, IOException cause) {
            super(program + " cannot be started: " + reason(cause), cause);
        }

        /** What the system says, which follows the name of the program and an error number. */
        private static String reason(IOException cause) {
            return String.valueOf(cause.getMessage()).replaceFirst("^Cannot run program .*?error=\\d+, ", "");
        }
    }

    /** What reports call the client: its words before the first placeholder or option, files without their folders. */
    public String name() {
        return words.stream()
                .takeWhile(word -> !word.contains("{") && !word.startsWith("-"))
                .map(word -> Path.of(word).getFileName())
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    /** The words with these values. */
    List<String> with(Values values) {
        Map<String, String> all = Map.of(
                URL, values.url(),
                FILE, values.file().toString(),
                SIZE, String.valueOf(values.size()),
                USER, values.user(),
                PASSWORD, values.password());
        return words.stream().map(word -> filled(word, all)).toList();
    }

    private static String filled(String word, Map<String, String> values) {
        String filled = word;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace(value.getKey(), value.getValue());
        }
        return filled;
    }
}
