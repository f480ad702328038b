package org.bitsconformance.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bitsconformance.report.text.Printable;
import org.bitsconformance.report.text.ReplacedFile;
import org.bitsconformance.result.RunResult;

/**
 * What Allure shows in addition to its results: {@code environment.properties} says what was judged and by what,
 * {@code categories.json} which results belong together. Files that the user put there stay as they are.
 */
final class AllureFiles {

    private static final String OURS = "# Written by bits-conformance.";
    private static final int LONGEST = 300;

    private AllureFiles() {}

    static void write(RunResult result, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path environment = folder.resolve("environment.properties");
        if (!Files.exists(environment)
                || Files.readString(environment, StandardCharsets.ISO_8859_1).startsWith(OURS)) {
            ReplacedFile.write(environment, out -> environment(result, out));
        }
        Path categories = folder.resolve("categories.json");
        if (!Files.exists(categories)) {
            ReplacedFile.write(categories, AllureFiles::categories);
        }
    }

    private static void environment(RunResult result, Writer out) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("target", result.header().target().url());
        values.put("server", result.probed().server().orElse("not named"));
        values.put("plan", result.header().cases().planAndShard());
        values.put("order", result.header().cases().order());
        values.put("dialect", result.judgement().dialect().optionName());
        values.put("suite", result.header().origin().suite());
        values.put("java", System.getProperty("java.version"));
        values.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        out.write(OURS + "\n");
        for (Map.Entry<String, String> value : values.entrySet()) {
            out.write(
                    value.getKey() + " = " + escaped(Printable.cut(Printable.line(value.getValue()), LONGEST)) + "\n");
        }
    }

    /** Escapes text as {@link java.util.Properties} reads it: ASCII, and every backslash doubled. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.strip().chars().forEach(c -> {
            if (c == '\\') {
                escaped.append("\\\\");
            } else if (c < 0x7F) {
                escaped.append((char) c);
            } else {
                escaped.append("\\u%04X".formatted(c));
            }
        });
        return escaped.toString();
    }

    private static void categories(Writer out) throws IOException {
        try (InputStream in = AllureFiles.class.getResourceAsStream("/report/allure-categories.json")) {
            out.write(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
