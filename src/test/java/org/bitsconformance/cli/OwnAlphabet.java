package org.bitsconformance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A small alphabet in a file, for tests that are to be quick. */
public final class OwnAlphabet {

    private OwnAlphabet() {}

    /** Some symbols of the alphabet full; the path of the file. */
    public static String of(Path folder, String... symbols) throws IOException {
        String full = Files.readString(Path.of("src/main/resources/alphabets/full.yaml"));
        List<String> entries = Arrays.stream(full.split("(?m)^(?=  - )"))
                .filter(entry -> Arrays.stream(symbols)
                        .anyMatch(symbol -> entry.matches("(?s)  - (\\{ )?name: " + symbol + "[,\\n].*")))
                .toList();
        if (entries.size() != symbols.length) {
            throw new IllegalArgumentException("full has not all of " + String.join(", ", symbols));
        }
        String text = entries.stream().collect(Collectors.joining("", "size: 2000\nsymbols:\n", ""));
        return Files.writeString(folder.resolve("own.yaml"), text).toString();
    }
}
