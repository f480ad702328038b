package org.bitsconformance.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bitsconformance.machine.Symbol.Field;
import org.bitsconformance.machine.Symbol.Sends;
import org.bitsconformance.machine.Symbol.Span;
import org.bitsconformance.machine.Symbol.Whose;
import org.bitsconformance.plan.Counts;
import org.bitsconformance.plan.InvalidFileException;
import org.bitsconformance.plan.TextFile;
import org.bitsconformance.plan.YamlFields;
import org.bitsconformance.target.Quoted;

/**
 * Reads alphabets: {@code small} and {@code full}, which come with the suite, and others from files
 * ({@code docs/learning.md}).
 */
public final class Alphabets {

    /** Names of the alphabets that come with the suite. */
    public static final List<String> NAMES = List.of("small", "full");

    private static final List<String> KEYS = List.of("size", "symbols", "tails");
    private static final List<String> SYMBOL_KEYS =
            List.of("name", "does", "sends", "session", "from", "bytes", "to", "fields", "without");
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern FROM = Pattern.compile("(next|taken|0)(?:([+-])([0-9]{1,9}))?");
    private static final Pattern TO = Pattern.compile("end(?:\\+([0-9]{1,9}))?");
    private static final ConcurrentHashMap<String, Alphabet> BUILT_IN = new ConcurrentHashMap<>();

    private Alphabets() {}

    /**
     * Loads an alphabet by name or from a file.
     *
     * @throws InvalidFileException when the file cannot be read or is not an alphabet; the message is one line with the
     *     file, the line and the key
     */
    public static Alphabet load(String nameOrFile) {
        return NAMES.contains(nameOrFile)
                ? BUILT_IN.computeIfAbsent(
                        nameOrFile, name -> parse(name, TextFile.resource("alphabets/" + name + ".yaml")))
                : parse(nameOrFile, TextFile.read(nameOrFile));
    }

    private static Alphabet parse(String name, TextFile file) {
        YamlFields fields = new YamlFields(file, KEYS, text -> text);
        long size = fields.required("size", Alphabets::number);
        List<Symbol> symbols = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (YamlFields one :
                fields.blocks("symbols", SYMBOL_KEYS).orElseThrow(() -> fields.problem("symbols", "is missing"))) {
            Symbol symbol = symbol(one, size);
            if (!names.add(symbol.name())) {
                throw one.problem("name", "is used twice: \"" + symbol.name() + "\"");
            }
            symbols.add(symbol);
        }
        if (symbols.isEmpty()) {
            throw fields.problem("symbols", "must have at least one entry");
        }
        return new Alphabet(
                name,
                size,
                symbols,
                fields.list("tails", text -> tail(text, names)).orElse(List.of()));
    }

    private static Word tail(String text, Set<String> names) {
        Word word = Word.parse(text);
        word.symbols().stream()
                .filter(symbol -> !names.contains(symbol))
                .findFirst()
                .ifPresent(symbol -> {
                    throw new IllegalArgumentException("has \"" + symbol + "\", which is no symbol of this alphabet");
                });
        return word;
    }

    private static Symbol symbol(YamlFields fields, long size) {
        Sends sends = fields.required("sends", word -> word(Sends.values(), Sends::word, word));
        return new Symbol(
                fields.required("name", Alphabets::name),
                fields.required("does", Alphabets::sentence),
                sends,
                fields.value("session", word -> word(Whose.values(), Whose::word, word))
                        .orElse(sends == Sends.PING ? Whose.NONE : Whose.OWN),
                span(fields, sends, size),
                Stream.concat(
                                fields.pairs("fields", field -> value -> new Field(field, value)).stream(),
                                fields.list("without", field -> new Field(field, "")).orElse(List.of()).stream())
                        .toList());
    }

    private static Optional<Span> span(YamlFields fields, Sends sends, long size) {
        Optional<Span> from = fields.value("from", Alphabets::from);
        Optional<Long> bytes = fields.value("bytes", Alphabets::number);
        Optional<Long> beyond = fields.value("to", Alphabets::beyond);
        if (sends != Sends.FRAGMENT) {
            for (String key : List.of("from", "bytes", "to")) {
                if (fields.has(key)) {
                    throw fields.problem(key, "is for fragments alone, and this symbol sends " + sends.word());
                }
            }
            return Optional.empty();
        }
        if (bytes.isPresent() && beyond.isPresent()) {
            throw fields.problem("to", "does not go with bytes: give one of them");
        }
        bytes.filter(count -> count > size).ifPresent(count -> {
            throw fields.problem("bytes", "must be at most the size of the upload, " + size);
        });
        Span start = from.orElseThrow(() -> fields.problem("from", "is missing, and this symbol sends a fragment"));
        return Optional.of(new Span(start.start(), start.shift(), bytes.orElse(0L), beyond.orElse(0L)));
    }

    private static Span from(String text) {
        Matcher form = FROM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("must be next, next+N, next-N, taken or 0, not " + Quoted.text(text));
        }
        long shift = form.group(3) == null ? 0 : Long.parseLong(form.group(3));
        return new Span(
                word(Span.Start.values(), Span.Start::word, form.group(1)),
                "-".equals(form.group(2)) ? -shift : shift,
                0,
                0);
    }

    private static Long beyond(String text) {
        Matcher form = TO.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("must be end or end+N, not " + Quoted.text(text));
        }
        return form.group(1) == null ? 0L : Long.parseLong(form.group(1));
    }

    private static Long number(String text) {
        return (long) Counts.parse(text);
    }

    private static String name(String text) {
        if (!NAME.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "must be words of small letters and digits with hyphens between them, not " + Quoted.text(text));
        }
        return text;
    }

    private static String sentence(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("must not be blank");
        }
        return text.strip();
    }

    private static <T> T word(T[] all, Function<T, String> spelling, String text) {
        return Arrays.stream(all)
                .filter(one -> spelling.apply(one).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + String.join(", ", Arrays.stream(all).map(spelling).toList()) + ", not " + Quoted.text(text)));
    }
}
