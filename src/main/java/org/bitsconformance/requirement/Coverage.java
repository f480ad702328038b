package org.bitsconformance.requirement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.protocol.Document;

/**
 * Compares the catalogue with the normative sentences of MC-BUP: every citation exists, has the level that it states,
 * and no sentence is left out.
 */
public final class Coverage {

    private Coverage() {}

    /** What is wrong, one sentence each; empty if the catalogue covers the document. */
    public static List<String> findings(Catalogue catalogue, Fingerprints fingerprints) {
        List<String> findings = new ArrayList<>();
        for (Requirement requirement : catalogue.all()) {
            for (Source source : requirement.sources()) {
                if (source.in(Document.MC_BUP)) {
                    wrong(source, fingerprints)
                            .map(problem -> requirement.id() + ": " + problem)
                            .ifPresent(findings::add);
                }
            }
        }
        for (Fingerprint fingerprint : fingerprints.all()) {
            if (catalogue.citing(fingerprint).isEmpty()) {
                findings.add(described(fingerprint) + " is cited by no requirement");
            }
        }
        return List.copyOf(findings);
    }

    private static Optional<String> wrong(Source source, Fingerprints fingerprints) {
        if (source.sentence().isEmpty()) {
            return source.level() == Level.STATED
                    ? Optional.empty()
                    : Optional.of("cites " + source.citation() + " at the level " + source.level()
                            + " without the sentence that says so");
        }
        int ordinal = source.sentence().getAsInt();
        Optional<Fingerprint> cited = fingerprints.find(source.section(), ordinal);
        if (cited.isEmpty()) {
            return Optional.of("cites MC-BUP " + Fingerprint.id(source.section(), ordinal) + ", which is not there");
        }
        return cited.filter(sentence -> !sentence.has(source.level()))
                .map(sentence -> "cites " + described(sentence) + " at the level " + source.level());
    }

    private static String described(Fingerprint fingerprint) {
        return "MC-BUP " + fingerprint.id() + " (" + String.join(", ", fingerprint.keywords()) + ")";
    }
}
