package org.bitsconformance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What builds of others may use is what {@code src/test/resources/api/types.txt} lists; see docs/library.md. */
class PublicApiTests {

    private static final String LIST = "src/test/resources/api/types.txt";
    private static final Path SOURCES = Path.of("src/main/java/org/bitsconformance");
    private static final List<String> PACKAGES = List.of("junit", "upload", "wiremock");

    @Test
    void the_public_types_and_members_are_those_of_the_list() throws IOException {
        assertThat(String.join("\n", api()) + "\n")
                .as("a change of the API: if it is meant, put this into " + LIST + " and a line into CHANGELOG.md")
                .isEqualTo(Files.readString(Path.of(LIST)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"junit", "upload", "wiremock"})
    void its_page_names_each_type(String name) throws IOException {
        String page = Files.readString(Path.of("docs/library.md"));
        assertThat(types(name)).isNotEmpty().allSatisfy(type -> assertThat(page).contains(type.getSimpleName()));
    }

    /** Signatures of the API name no type of a package that is internal. */
    @Test
    void no_member_leads_to_a_type_that_is_internal() throws IOException {
        assertThat(api())
                .flatExtracting(line -> Arrays.asList(line.split("[^\\w.$]+", -1)))
                .filteredOn(word -> word.startsWith("org.bitsconformance."))
                .allMatch(word -> PACKAGES.contains(word.split("\\.", -1)[2]));
    }

    private static List<String> api() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String name : PACKAGES) {
            for (Class<?> type : types(name)) {
                lines.add(Modifier.toString(type.getModifiers()) + " " + type.getName() + " "
                        + Arrays.stream(type.getInterfaces())
                                .map(Class::getName)
                                .collect(Collectors.joining(" ")));
                members(type).sorted().forEach(member -> lines.add("    " + member));
            }
        }
        return lines.stream().map(String::stripTrailing).toList();
    }

    private static List<Class<?>> types(String name) throws IOException {
        try (Stream<Path> files = Files.list(SOURCES.resolve(name))) {
            return files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .filter(file -> !file.equals("package-info"))
                    .sorted()
                    .<Class<?>>map(file -> type("org.bitsconformance." + name + "." + file))
                    .filter(type -> Modifier.isPublic(type.getModifiers()))
                    .toList();
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<String> members(Class<?> type) {
        Stream<Member> all = Stream.of(
                        Arrays.<Member>stream(type.getDeclaredConstructors()),
                        Arrays.<Member>stream(type.getDeclaredMethods()),
                        Arrays.<Member>stream(type.getDeclaredFields()))
                .flatMap(members -> members);
        return all.filter(member -> Modifier.isPublic(member.getModifiers()) && !member.isSynthetic())
                .map(PublicApiTests::text);
    }

    /** Without "final", which means nothing for methods of final classes. */
    private static String text(Member member) {
        String still = Modifier.isStatic(member.getModifiers()) ? "static " : "";
        if (member instanceof Field field) {
            return still + field.getGenericType().getTypeName() + " " + field.getName();
        }
        Executable called = (Executable) member;
        String parameters = Arrays.stream(called.getGenericParameterTypes())
                .map(Type::getTypeName)
                .collect(Collectors.joining(", ", "(", ")"));
        return called instanceof Constructor
                ? "new " + parameters
                : still + ((Method) called).getGenericReturnType().getTypeName() + " " + called.getName() + parameters;
    }
}
