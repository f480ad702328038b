package org.bitsconformance.plan;

import java.util.List;
import java.util.Map;

/** A value of a YAML file and the 1-based line on which it begins. */
sealed interface YamlNode {
    int line();

    /** Its kind, for messages: {@code a single value}, {@code a list}, {@code a mapping}. */
    String kind();

    /**
     * A single value.
     *
     * @param text as written, with quotes and escapes resolved; numbers and booleans are not interpreted
     * @param isNull whether it is missing, {@code null} or {@code ~}
     */
    record Scalar(int line, String text, boolean isNull) implements YamlNode {
        @Override
        public String kind() {
            return "a single value";
        }
    }

    /** A list of values. */
    record Sequence(int line, List<YamlNode> items) implements YamlNode {
        @Override
        public String kind() {
            return "a list";
        }
    }

    /** Keys and values, in the order of the file. */
    record Mapping(int line, Map<String, Entry> entries) implements YamlNode {
        @Override
        public String kind() {
            return "a mapping";
        }
    }

    /**
     * The value of a key.
     *
     * @param line the line of the key
     */
    record Entry(int line, YamlNode value) {}
}
