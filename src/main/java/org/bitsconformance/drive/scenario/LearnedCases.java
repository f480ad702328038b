package org.bitsconformance.drive.scenario;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bitsconformance.machine.Word;

/** The cases of the scenario {@code learned}: the words of a run, if it has any, instead of its table. */
public final class LearnedCases {

    /** Id of the scenario. */
    public static final String SCENARIO = "learned";

    /** Name of JUnit's configuration parameter with the cases of a run. */
    public static final String PARAMETER = "bits.words";

    private static final Pattern WORD_ID = Pattern.compile(Pattern.quote(SCENARIO) + "\\.[a-z0-9+-]+");
    private static final String REST = SCENARIO + ".rest";
    private static final String WORD = "word";
    private static final String ALPHABET = "alphabet";
    private static final String BETWEEN = "\t";

    private LearnedCases() {}

    /** Whether a text is the id of the case of a word, whether or not any run has that case. */
    public static boolean isWord(String id) {
        return WORD_ID.matcher(id).matches();
    }

    /** A word as a case; {@code alphabet} is the name or file of its alphabet. */
    public static Case of(Word word, String alphabet) {
        return named(SCENARIO + "." + word.inCaseId(), alphabet, word.toString());
    }

    /** Stands for the unknown words if learning did not finish. It is never driven. */
    public static Case rest() {
        return new Case(REST, SCENARIO, Map.of());
    }

    /** Whether an id belongs to the case that stands for unknown words. */
    public static boolean isRest(String id) {
        return id.equals(REST);
    }

    /** Whether a case stands for unknown words. */
    static boolean isRest(Case one) {
        return one.id().equals(REST);
    }

    /** Cases as one text. */
    public static String text(List<Case> cases) {
        return cases.stream()
                .filter(one -> !isRest(one))
                .map(one -> String.join(BETWEEN, one.id(), one.text(ALPHABET), one.text(WORD)))
                .collect(Collectors.joining("\n"));
    }

    /** Parses cases from a text. */
    static List<Case> read(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split("\n"))
                        .map(line -> line.split(BETWEEN))
                        .map(parts -> named(parts[0], parts[1], parts[2]))
                        .toList();
    }

    private static Case named(String id, String alphabet, String word) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(ALPHABET, alphabet);
        parameters.put(WORD, word);
        return new Case(id, SCENARIO, parameters);
    }

    /** The word of a case. */
    static Word word(Case one) {
        return Word.parse(one.text(WORD));
    }

    /** Name or file of its alphabet. */
    static String alphabet(Case one) {
        return one.text(ALPHABET);
    }
}
