package org.bitsconformance.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bitsconformance.drive.client.DeafPort;
import org.bitsconformance.process.Command.Ended;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Names with letters outside ASCII: they work, or the message says which locale would make them work. */
@EnabledOnOs(OS.LINUX)
class LocaleProcessTests {

    private static final String ADVICE =
            " has characters that this locale cannot represent; set LC_ALL=C.UTF-8 and try again";

    @TempDir
    Path folder;

    @Tag("long")
    @Test
    void a_locale_that_has_the_letters_is_enough() {
        Ended run = in(
                "C.UTF-8",
                "cd \"$0\" && mkdir gr\u00f6\u00dfe && cd gr\u00f6\u00dfe && exec \"$@\"",
                "run",
                "--only",
                "ping",
                "--out",
                "\u043e\u0442\u0447\u0451\u0442");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(folder.resolve("gr\u00f6\u00dfe/\u043e\u0442\u0447\u0451\u0442/report.html"))
                .exists();
    }

    @Tag("long")
    @Test
    void a_url_with_such_letters_works_or_the_locale_is_named() {
        String script = "cd \"$0\" && exec \"$@\"";
        try (DeafPort port = DeafPort.any()) {
            String[] words = {
                "run", "--only", "ping", "--out", "out", "--url", "http://127.0.0.1:" + port.number() + "/ma\u00df/"
            };
            Ended able = in("C.UTF-8", script, words);
            Ended unable = in("C", script, words);

            assertThat(able.exitCode()).isEqualTo(3);
            assertThat(able.out()).startsWith("Nothing listens at 127.0.0.1:" + port.number());
            assertThat(able.err()).isEmpty();
            assertThat(unable.exitCode()).isEqualTo(2);
            assertThat(unable.err().strip())
                    .isEqualTo("bits-conformance: the argument http://127.0.0.1:" + port.number() + "/ma??/" + ADVICE);
        }
    }

    @Tag("long")
    @Test
    void a_locale_that_lacks_the_letters_is_named() {
        Ended argument = in("C", "cd \"$0\" && exec \"$@\"", "run", "--only", "ping", "--out", "gr\u00f6\u00dfe");
        Ended place = in(
                "C",
                "cd \"$0\" && mkdir gr\u00f6\u00dfe && cd gr\u00f6\u00dfe && exec \"$@\"",
                "run",
                "--only",
                "ping");

        assertThat(List.of(argument.exitCode(), place.exitCode())).containsOnly(2);
        assertThat(argument.err().strip()).isEqualTo("bits-conformance: the argument gr????e" + ADVICE);
        assertThat(place.err().strip())
                .startsWith("bits-conformance: the folder /")
                .endsWith("gr????e" + ADVICE);
    }

    /** The script is in a file, so that its letters do not depend on the locale of the build. */
    private Ended in(String locale, String script, String... arguments) {
        try {
            Path file = Files.writeString(
                    folder.resolve("script-" + locale + script.length() + ".sh"),
                    script.replace("\"$@\"", String.join(" ", quoted(arguments)))
                                    .replace("\"$0\"", "'" + folder + "'")
                            + "\n");
            return Command.started(Map.of("LC_ALL", locale), List.of("sh", file.toString()))
                    .ended();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> quoted(String... arguments) {
        List<String> words = new ArrayList<>();
        Command.java(arguments).forEach(word -> words.add("'" + word + "'"));
        return words;
    }
}
