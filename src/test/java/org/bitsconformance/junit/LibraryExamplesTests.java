package org.bitsconformance.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of the pages about the library compile. */
class LibraryExamplesTests {

    private static final Pattern EXAMPLE = Pattern.compile("(?s)```java\n(.*?)```");

    /** What the examples leave to their reader. */
    private static final String AROUND = """
            import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
            import com.github.tomakehurst.wiremock.WireMockServer;
            import java.net.URI;
            import java.util.stream.Stream;
            import org.bitsconformance.junit.*;
            import org.bitsconformance.wiremock.*;
            import org.junit.jupiter.api.*;
            import org.junit.jupiter.api.extension.*;
            class Example {
                interface Client { void upload(byte[] file, URI url); }
                interface Server { URI url(); }
                Client client;
                byte[] file;
                %s
            }
            """;

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/library.md"})
    void compile(String page, @TempDir Path folder) throws IOException {
        List<String> examples = EXAMPLE.matcher(Files.readString(Path.of(page)))
                .results()
                .map(MatchResult::group)
                .map(block -> block.substring("```java\n".length(), block.length() - "```".length()))
                .toList();
        assertThat(examples)
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(example ->
                        assertThat(compiled(example, folder)).as(example).isEmpty());
    }

    private static String compiled(String example, Path folder) {
        String members = example.startsWith("@") ? example : "void example() {\n" + example + "}\n";
        String whole = members.contains(" server =") ? members : "Server server;\n" + members;
        JavaFileObject source =
                new SimpleJavaFileObject(URI.create("string:///Example.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean lenient) {
                        return AROUND.formatted(whole);
                    }
                };
        StringWriter errors = new StringWriter();
        CompilationTask task = ToolProvider.getSystemJavaCompiler()
                .getTask(
                        errors,
                        null,
                        null,
                        List.of("-proc:none", "-d", folder.toString(), "-cp", System.getProperty("java.class.path")),
                        null,
                        List.of(source));
        return task.call() ? "" : errors.toString();
    }
}
