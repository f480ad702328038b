package org.bitsconformance.cli.pages;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a conformant server may do differently from an ordinary one and still pass: {@code freedoms.yaml}. */
public final class FreedomTable {

    private static final String RESOURCE = "/freedoms.yaml";

    private FreedomTable() {}

    /**
     * A freedom.
     *
     * @param what what the server does
     * @param servers which servers may: {@code either}, {@code mc-bup}, {@code win32} or {@code mixed}
     */
    public record Entry(String what, String servers) {}

    /** Every freedom by id, in the order of the file. */
    public static Map<String, Entry> load() {
        try (InputStream in = FreedomTable.class.getResourceAsStream(RESOURCE)) {
            return new YAMLMapper().readValue(in, new TypeReference<LinkedHashMap<String, Entry>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
