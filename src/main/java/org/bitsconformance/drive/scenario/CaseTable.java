package org.bitsconformance.drive.scenario;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The parameter tables of scenarios: {@code scenarios/ID.yaml}, a list of rows, each with the same parameters in the
 * same order. If a row has a {@code case}, that word replaces all parameters in the case's id; so parameters can hold
 * characters that an id cannot. A scenario without a table has one case, with the scenario's id.
 */
final class CaseTable {

    private static final YAMLMapper MAPPER = new YAMLMapper();
    private static final String NAMED = "case";
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9+-]+");

    private static final Map<String, List<Case>> READ = new ConcurrentHashMap<>();

    private CaseTable() {}

    /** The cases of a scenario; reads its table on first use. */
    static List<Case> of(String scenario) {
        return READ.computeIfAbsent(scenario, CaseTable::read);
    }

    private static List<Case> read(String scenario) {
        try (InputStream in = CaseTable.class.getResourceAsStream("/scenarios/" + scenario + ".yaml")) {
            if (in == null) {
                return List.of(new Case(scenario, scenario, Map.of()));
            }
            List<LinkedHashMap<String, String>> rows = MAPPER.readValue(in, new TypeReference<>() {});
            return rows.stream()
                    .map(row -> new Case(id(scenario, row), scenario, row))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("scenarios/" + scenario + ".yaml", e);
        }
    }

    private static String id(String scenario, Map<String, String> row) {
        if (row.containsKey(NAMED)) {
            return scenario + "." + safe(scenario, row.get(NAMED));
        }
        return scenario + "."
                + row.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + safe(scenario, entry.getValue()))
                        .collect(Collectors.joining(","));
    }

    private static String safe(String scenario, String value) {
        if (!SAFE.matcher(value).matches()) {
            throw new IllegalStateException("scenarios/" + scenario + ".yaml: \"" + value
                    + "\" cannot stand in a case's id; use letters, digits, + and -");
        }
        return value;
    }
}
