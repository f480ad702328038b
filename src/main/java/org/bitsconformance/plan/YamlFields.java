package org.bitsconformance.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.bitsconformance.plan.YamlNode.Entry;
import org.bitsconformance.plan.YamlNode.Mapping;
import org.bitsconformance.plan.YamlNode.Scalar;
import org.bitsconformance.plan.YamlNode.Sequence;
import org.bitsconformance.target.Quoted;

/** The keys of a file's root, read by name; errors are reported with their line. */
public final class YamlFields {
    private final String file;
    private final Mapping root;
    private final String prefix;
    private final UnaryOperator<String> substitution;

    /**
     * Refuses keys other than {@code known}.
     *
     * @param substitution applied to each single value before it is parsed; may throw IllegalArgumentException with a
     *     message that continues the key
     */
    public YamlFields(TextFile source, List<String> known, UnaryOperator<String> substitution) {
        this(source.name(), YamlTree.of(source), "", known, substitution);
    }

    private YamlFields(
            String file, Mapping root, String prefix, List<String> known, UnaryOperator<String> substitution) {
        this.file = file;
        this.root = root;
        this.prefix = prefix;
        this.substitution = substitution;
        root.entries().forEach((key, entry) -> checkKnown(key, entry, known));
    }

    private void checkKnown(String key, Entry entry, List<String> known) {
        if (!known.contains(key)) {
            String hint = Nearest.to(key, known)
                    .map(name -> "did you mean \"" + name + "\"?")
                    .orElse("the keys are " + String.join(", ", known));
            throw InvalidFileException.at(file, entry.line(), "unknown key " + Quoted.text(prefix + key) + "; " + hint);
        }
    }

    /** Whether a key is present. */
    public boolean has(String key) {
        return entry(key).isPresent();
    }

    /** The value of a key, parsed by {@code parser}; empty if the key is absent. */
    public <T> Optional<T> value(String key, Function<String, T> parser) {
        return entry(key).map(entry -> parsed(entry.line(), key, scalar(entry.line(), key, entry.value()), parser));
    }

    /** Like {@link #value}, for a required key. */
    public <T> T required(String key, Function<String, T> parser) {
        return value(key, parser).orElseThrow(() -> problem(key, "is missing"));
    }

    /** The items of a list, each parsed by {@code parser}; empty if the key is absent. */
    public <T> Optional<List<T>> list(String key, Function<String, T> parser) {
        return entry(key).map(entry -> items(key, sequence(key, entry), parser));
    }

    /**
     * The entries of a mapping from names to one value or a list of values, each pair of name and value parsed by
     * {@code parser}; empty if the key is absent.
     */
    public <T> List<T> pairs(String key, Function<String, Function<String, T>> parser) {
        List<T> all = new ArrayList<>();
        for (Map.Entry<String, Entry> pair : pairEntries(key).entrySet()) {
            String path = key + "." + pair.getKey();
            int line = pair.getValue().line();
            YamlNode value = pair.getValue().value();
            Function<String, T> valueParser = parser.apply(pair.getKey());
            if (value instanceof Sequence sequence) {
                all.addAll(items(path, sequence, valueParser));
            } else {
                all.add(parsed(line, path, scalar(line, path, value), valueParser));
            }
        }
        return List.copyOf(all);
    }

    /** The keys of a mapping below a key, which may be only those in {@code known}; empty if the key is absent. */
    Optional<YamlFields> block(String key, List<String> known) {
        return entry(key)
                .map(entry -> new YamlFields(
                        file, mapping(key, entry, "keys to values"), prefix + key + ".", known, substitution));
    }

    /** The items of a list of mappings, whose keys may be only those in {@code known}; empty if the key is absent. */
    public Optional<List<YamlFields>> blocks(String key, List<String> known) {
        return entry(key)
                .map(entry -> sequence(key, entry).items().stream()
                        .map(item ->
                                new YamlFields(file, itemMapping(key, item), prefix + key + ".", known, substitution))
                        .toList());
    }

    /** One value, or the items of a list that is not empty, each parsed by {@code parser}; empty if the key is absent. */
    <T> List<T> oneOrMore(String key, Function<String, T> parser) {
        return entry(key)
                .map(entry -> {
                    if (entry.value() instanceof Sequence sequence) {
                        if (sequence.items().isEmpty()) {
                            throw problem(key, "must be one value or a list with at least one entry");
                        }
                        return items(key, sequence, parser);
                    }
                    return List.of(parsed(entry.line(), key, scalar(entry.line(), key, entry.value()), parser));
                })
                .orElse(List.of());
    }

    /** The line on which these keys begin. */
    int line() {
        return root.line();
    }

    /** An error about these keys as a whole, on the line where they begin. */
    public InvalidFileException problem(String problem) {
        return InvalidFileException.at(file, root.line(), problem);
    }

    /** An error about a key, on its line; on the line of the root if the key is absent. */
    public InvalidFileException problem(String key, String problem) {
        return problem(entry(key).map(Entry::line).orElse(root.line()), key, problem);
    }

    private Map<String, Entry> pairEntries(String key) {
        return entry(key)
                .map(entry -> mapping(key, entry, "names to values").entries())
                .orElse(Map.of());
    }

    private Mapping mapping(String key, Entry entry, String content) {
        checkPresent(entry.line(), key, entry.value());
        if (entry.value() instanceof Mapping mapping) {
            return mapping;
        }
        throw problem(
                key,
                "must be a mapping of " + content + ", not " + entry.value().kind());
    }

    private Sequence sequence(String key, Entry entry) {
        checkPresent(entry.line(), key, entry.value());
        if (entry.value() instanceof Sequence sequence) {
            return sequence;
        }
        throw problem(entry.line(), key, "must be a list, not " + entry.value().kind());
    }

    private Mapping itemMapping(String key, YamlNode item) {
        checkPresent(item.line(), key, item);
        if (item instanceof Mapping mapping) {
            return mapping;
        }
        throw problem(item.line(), key, "must be a list of mappings of keys to values, not of " + item.kind());
    }

    private <T> List<T> items(String key, Sequence sequence, Function<String, T> parser) {
        List<T> items = new ArrayList<>();
        for (YamlNode item : sequence.items()) {
            items.add(parsed(item.line(), key, scalar(item.line(), key, item), parser));
        }
        return List.copyOf(items);
    }

    private String scalar(int line, String key, YamlNode value) {
        checkPresent(line, key, value);
        if (value instanceof Scalar scalar) {
            return scalar.text();
        }
        throw problem(line, key, "must be a single value, not " + value.kind());
    }

    private void checkPresent(int line, String key, YamlNode value) {
        if (value instanceof Scalar scalar && scalar.isNull()) {
            throw problem(line, key, "has no value");
        }
    }

    private <T> T parsed(int line, String key, String text, Function<String, T> parser) {
        try {
            return parser.apply(substitution.apply(text));
        } catch (IllegalArgumentException e) {
            throw problem(line, key, e.getMessage());
        }
    }

    private InvalidFileException problem(int line, String key, String problem) {
        return InvalidFileException.at(file, line, Quoted.text(prefix + key) + " " + problem);
    }

    private Optional<Entry> entry(String key) {
        return Optional.ofNullable(root.entries().get(key));
    }
}
