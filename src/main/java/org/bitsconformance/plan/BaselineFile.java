package org.bitsconformance.plan;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bitsconformance.target.Quoted;

/** The keys of a baseline file, and the baseline that they make. */
final class BaselineFile {
    static final String LIST = "known";
    static final List<String> KEYS = List.of("requirement", "case", "reason", "link", "expires");

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private BaselineFile() {}

    /** Parses a file; refuses entries that expired before {@code today}. */
    static BaselineEntries parse(TextFile source, LocalDate today) {
        YamlFields root = new YamlFields(source, List.of(LIST), text -> text);
        List<YamlFields> entries = root.blocks(LIST, KEYS).orElseThrow(() -> root.problem(LIST, "is missing"));
        return new BaselineEntries(
                source.name(),
                entries.stream().map(fields -> entry(fields, today)).toList());
    }

    private static BaselineEntry entry(YamlFields fields, LocalDate today) {
        BaselineEntry entry = new BaselineEntry(
                fields.line(),
                fields.value("requirement", SingleLine::parse),
                fields.oneOrMore("case", SingleLine::parse),
                fields.required("reason", SingleLine::parse),
                fields.value("link", BaselineFile::link),
                fields.value("expires", BaselineFile::date));
        if (entry.requirement().isEmpty() && entry.cases().isEmpty()) {
            throw fields.problem(
                    "\"known\" has an entry with neither \"requirement\" nor \"case\"; it needs one of them");
        }
        Optional<LocalDate> expired = entry.expires().filter(today::isAfter);
        if (expired.isPresent()) {
            throw fields.problem(
                    "expires",
                    "has passed: the entry for " + Quoted.text(entry.subject()) + " expired on " + expired.get()
                            + "; check whether it still fails, then change the date or remove the entry");
        }
        return entry;
    }

    private static LocalDate date(String text) {
        try {
            if (DATE.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeParseException e) {
            // No such day: the same complaint.
        }
        throw new IllegalArgumentException("must be a date such as 2026-12-31, not " + Quoted.text(text));
    }

    /** Does not show what it refuses, since that may contain a password. */
    private static String link(String text) {
        try {
            URI uri = new URI(text);
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (http && uri.getHost() != null && uri.getRawUserInfo() == null) {
                return uri.toASCIIString();
            }
        } catch (URISyntaxException e) {
            // No URL: the same complaint.
        }
        throw new IllegalArgumentException(
                "must be a http or https URL without credentials, such as https://tracker.example/17");
    }
}
