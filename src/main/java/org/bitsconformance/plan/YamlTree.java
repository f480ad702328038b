package org.bitsconformance.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bitsconformance.plan.YamlNode.Entry;
import org.bitsconformance.plan.YamlNode.Mapping;
import org.bitsconformance.plan.YamlNode.Scalar;
import org.bitsconformance.plan.YamlNode.Sequence;
import org.bitsconformance.target.Quoted;

/**
 * Builds the tree of one YAML document whose root is a mapping. Reads tokens rather than binding objects, so that each
 * key and value keeps its line. Aliases and tags are refused, so that no file can grow while it is read.
 */
final class YamlTree {
    private static final int DEEPEST = 8;
    private static final YAMLFactory YAML = YAMLFactory.builder()
            .disable(YAMLParser.Feature.EMPTY_STRING_AS_NULL)
            .build();

    private final String file;
    private final YAMLParser parser;

    private YamlTree(String file, YAMLParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /** The root mapping of a file. */
    static Mapping of(TextFile source) {
        try (YAMLParser parser = YAML.createParser(source.text())) {
            return new YamlTree(source.name(), parser).document();
        } catch (JsonProcessingException e) {
            throw YamlSyntax.explain(source.name(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Mapping document() throws IOException {
        if (parser.nextToken() == null) {
            throw InvalidFileException.in(file, "is empty");
        }
        YamlNode root = node(0);
        if (parser.nextToken() != null) {
            throw problem(line(), "a second document starts here; a file has one");
        }
        if (root instanceof Mapping mapping) {
            return mapping;
        }
        if (root instanceof Scalar scalar && scalar.isNull()) {
            throw InvalidFileException.in(file, "is empty");
        }
        throw problem(root.line(), "must have keys and values, not " + root.kind());
    }

    private YamlNode node(int depth) throws IOException {
        checkPlain();
        if (depth > DEEPEST) {
            throw problem(line(), "is nested too deep");
        }
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            return mapping(depth);
        }
        return parser.currentToken() == JsonToken.START_ARRAY ? sequence(depth) : scalar();
    }

    private void checkPlain() throws IOException {
        if (parser.isCurrentAlias()) {
            String text = Quoted.text("*" + parser.getText());
            throw problem(line(), "a text that begins with * needs quotes: " + text);
        }
        if (parser.getTypeId() != null) {
            throw problem(line(), "a text that begins with ! needs quotes; YAML tags are not used");
        }
    }

    private Mapping mapping(int depth) throws IOException {
        int line = line();
        Map<String, Entry> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int keyLine = line();
            Entry first = entries.get(key);
            if (first != null) {
                throw problem(keyLine, Quoted.text(key) + " is given twice; the first is on line " + first.line());
            }
            parser.nextToken();
            entries.put(key, new Entry(keyLine, node(depth + 1)));
        }
        return new Mapping(line, Collections.unmodifiableMap(entries));
    }

    private Sequence sequence(int depth) throws IOException {
        int line = line();
        List<YamlNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(depth + 1));
        }
        return new Sequence(line, List.copyOf(items));
    }

    private Scalar scalar() throws IOException {
        String text = parser.getText();
        return new Scalar(line(), text, text.isEmpty() || parser.currentToken() == JsonToken.VALUE_NULL);
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private InvalidFileException problem(int line, String problem) {
        return InvalidFileException.at(file, line, problem);
    }
}
