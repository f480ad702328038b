package org.bitsconformance.machine;

import java.util.List;
import java.util.stream.Collectors;
import org.bitsconformance.plan.InvalidFileException;
import org.bitsconformance.plan.TextFile;
import org.bitsconformance.plan.YamlFields;

/**
 * Words in a file, as {@code learn --keep} writes them and {@code run --words} drives them.
 *
 * @param alphabet name or file of the alphabet that they are of
 * @param words at least one
 */
public record WordsFile(String alphabet, List<Word> words) {

    private static final List<String> KEYS = List.of("alphabet", "words");

    public WordsFile {
        words = List.copyOf(words);
    }

    /**
     * Reads them.
     *
     * @throws InvalidFileException when the file or its alphabet cannot be used; the message is one line with file, line and
     *     key
     */
    public static WordsFile read(String file) {
        YamlFields fields = new YamlFields(TextFile.read(file), KEYS, text -> text);
        Alphabet alphabet = Alphabets.load(fields.required("alphabet", text -> text));
        List<Word> words = fields.list("words", text -> known(text, alphabet))
                .orElseThrow(() -> fields.problem("words", "is missing"));
        if (words.isEmpty()) {
            throw fields.problem("words", "must have at least one entry");
        }
        return new WordsFile(alphabet.name(), words.stream().distinct().toList());
    }

    private static Word known(String text, Alphabet alphabet) {
        Word word = Word.parse(text);
        if (word.length() == 0) {
            throw new IllegalArgumentException("must not be blank");
        }
        alphabet.check(word);
        return word;
    }

    /** The content of the file. */
    public String text() {
        return words.stream()
                .map(word -> "  - " + word)
                .collect(Collectors.joining(
                        "\n",
                        "# Driven by: bits-conformance run --words FILE\nalphabet: " + alphabet + "\nwords:\n",
                        "\n"));
    }
}
