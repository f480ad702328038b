package org.bitsconformance.requirement;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The fingerprints of all normative sentences of MC-BUP, in the order of the document. */
public final class Fingerprints {

    private static final String RESOURCE = "/catalogue/mc-bup-16.0.csv";
    private static final String COLUMNS = "section,ordinal,keywords,hash";
    private static final String HEADER = """
            # Fingerprints of the normative sentences of MC-BUP, in the order of the document: those with MUST, SHOULD or MAY
            # in sections 2 and 3.1 to 3.5. Written by: bits-conformance fingerprints FILE --write OUT
            #
            # section   number of the section
            # ordinal   place among the normative sentences of the section, from 1; the catalogue cites it as "sentence"
            # keywords  in the order of the sentence, with "; " between them
            # hash      the first 16 hexadecimal digits of the SHA-256 of its words
            """;
    private static final int COLUMN_COUNT = COLUMNS.split(",", -1).length;

    private final Map<String, Fingerprint> byId = new LinkedHashMap<>();

    private Fingerprints(List<Fingerprint> fingerprints) {
        for (Fingerprint fingerprint : fingerprints) {
            if (byId.put(fingerprint.id(), fingerprint) != null) {
                throw new IllegalStateException("two fingerprints are of " + fingerprint.id());
            }
        }
    }

    /** Reads the fingerprints that come with the suite: those of the edition from which the catalogue was written. */
    public static Fingerprints load() {
        try (InputStream in = Fingerprints.class.getResourceAsStream(RESOURCE)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The fingerprints of sentences. */
    public static Fingerprints of(List<NormativeSentence> sentences) {
        return new Fingerprints(
                sentences.stream().map(NormativeSentence::fingerprint).toList());
    }

    /**
     * Reads what {@link #csv} wrote.
     *
     * @throws IllegalStateException when a line is not a fingerprint, or two are for the same sentence
     */
    static Fingerprints parse(String csv) {
        return new Fingerprints(csv.lines()
                .filter(line -> !line.startsWith("#") && !line.equals(COLUMNS))
                .map(Fingerprints::fingerprint)
                .toList());
    }

    /** All of them. */
    public List<Fingerprint> all() {
        return List.copyOf(byId.values());
    }

    /** The fingerprint of a sentence; empty if the section has no such sentence. */
    public Optional<Fingerprint> find(String section, int ordinal) {
        return Optional.ofNullable(byId.get(Fingerprint.id(section, ordinal)));
    }

    /** All of them as a file: comments, column names, and one line each. */
    public String csv() {
        return byId.values().stream()
                .map(one -> "%s,%d,%s,%s\n"
                        .formatted(one.section(), one.ordinal(), String.join("; ", one.keywords()), one.hash()))
                .collect(Collectors.joining("", HEADER + COLUMNS + "\n", ""));
    }

    private static Fingerprint fingerprint(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != COLUMN_COUNT || !cells[1].matches("\\d{1,4}")) {
            throw new IllegalStateException("no fingerprint: " + line);
        }
        return new Fingerprint(cells[0], Integer.parseInt(cells[1]), List.of(cells[2].split("; ", -1)), cells[3]);
    }
}
