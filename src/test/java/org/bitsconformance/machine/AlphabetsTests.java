package org.bitsconformance.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bitsconformance.machine.Symbol.Sends;
import org.bitsconformance.machine.Symbol.Span;
import org.bitsconformance.plan.InvalidFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlphabetsTests {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"small", "full"})
    void alphabets_of_the_suite_can_be_read(String name) {
        Alphabet alphabet = Alphabets.load(name);

        assertThat(alphabet.name()).isEqualTo(name);
        assertThat(alphabet.symbols()).extracting(Symbol::name).contains("create", "next", "gap", "close");
        assertThat(alphabet.symbols())
                .allSatisfy(symbol -> assertThat(symbol.does()).isNotBlank());
    }

    @Test
    void full_includes_small() {
        assertThat(Alphabets.load("full").symbols())
                .containsAll(Alphabets.load("small").symbols());
    }

    @Test
    void a_symbol_with_other_fields_needs_no_code() throws IOException {
        Symbol symbol = load("""
                        size: 3000
                        symbols:
                          - name: odd
                            does: A fragment with a second range
                            sends: fragment
                            session: before
                            from: next-500
                            to: end+7
                            fields: { Content-Range: bytes 0-1/2 }
                            without: [Content-Name]
                        """).symbols().get(0);

        assertThat(symbol.sends()).isEqualTo(Sends.FRAGMENT);
        assertThat(symbol.session()).isEqualTo(Symbol.Whose.BEFORE);
        assertThat(symbol.span()).contains(new Span(Span.Start.NEXT, -500, 0, 7));
        assertThat(symbol.fields())
                .containsExactly(
                        new Symbol.Field("Content-Range", "bytes 0-1/2"), new Symbol.Field("Content-Name", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sends: fragmnt, from: next, bytes: 9 | \"symbols.sends\" must be one of ping, create-session",
                "sends: fragment, bytes: 9 | \"symbols.from\" is missing, and this symbol sends a fragment",
                "sends: fragment, from: later | \"symbols.from\" must be next, next+N, next-N, taken or 0, not \"later\"",
                "sends: fragment, from: next, bytes: 3000 | \"symbols.bytes\" must be at most the size of the upload",
                "sends: fragment, from: next, bytes: 9, to: end | \"symbols.to\" does not go with bytes",
                "sends: ping, from: next | \"symbols.from\" is for fragments alone, and this symbol sends ping",
                "sends: ping, who: me | unknown key \"symbols.who\"",
                "session: own | \"symbols.sends\" is missing"
            })
    void a_bad_file_is_refused_with_one_line_that_names_file_line_and_key(String keys, String problem) {
        assertThatThrownBy(() -> load("size: 2000\nsymbols:\n  - { name: odd, does: Something, " + keys + " }\n"))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining("own.yaml:3: " + problem)
                .hasMessageNotContaining("\n");
    }

    @Test
    void a_name_that_is_used_twice_is_refused() {
        assertThatThrownBy(() -> load("""
                        size: 10
                        symbols:
                          - { name: ping, does: A, sends: ping }
                          - { name: ping, does: B, sends: ping }
                        """))
                .hasMessageContaining("own.yaml:4: \"symbols.name\" is used twice: \"ping\"");
    }

    @Test
    void a_tail_of_other_symbols_is_refused() {
        assertThatThrownBy(() ->
                        load("size: 10\nsymbols:\n  - { name: ping, does: A, sends: ping }\ntails: [ping pong]\n"))
                .hasMessageContaining("own.yaml:4: \"tails\" has \"pong\", which is no symbol of this alphabet");
    }

    @Test
    void a_word_of_other_symbols_is_refused() {
        Alphabet small = Alphabets.load("small");

        assertThatThrownBy(() -> small.spelt(Word.parse("create knock")))
                .hasMessageStartingWith("the alphabet small has no symbol \"knock\"; it has ping, create");
    }

    private Alphabet load(String text) throws IOException {
        return Alphabets.load(
                Files.writeString(folder.resolve("own.yaml"), text).toString());
    }
}
