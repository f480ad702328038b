package org.bitsconformance.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The YAML examples of a Markdown document, without those that are only a comment. */
final class ExampleFiles {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```yaml\\n(.*?)^```$");

    private ExampleFiles() {}

    static List<String> in(String document) throws IOException {
        List<String> examples = BLOCK.matcher(Files.readString(Path.of(document)))
                .results()
                .map((MatchResult found) -> found.group(1))
                .filter(example -> !example.startsWith("#"))
                .toList();
        if (examples.isEmpty()) {
            throw new IllegalStateException("no example in " + document);
        }
        return examples;
    }
}
