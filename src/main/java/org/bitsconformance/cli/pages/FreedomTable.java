package org.bitsconformance.cli.pages;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What conformant servers and clients may do differently from ordinary ones and still pass. */
public final class FreedomTable {

    private static final String RESOURCE = "/freedoms.yaml";
    private static final String OF_CLIENTS = "/client-freedoms.yaml";

    private FreedomTable() {}

    /**
     * A freedom.
     *
     * @param what what the server does
     * @param servers which servers may: {@code either}, {@code mc-bup}, {@code win32} or {@code mixed}
     */
    public record Entry(String what, String servers) {}

    /** Every freedom of a server by id, in the order of {@code freedoms.yaml}. */
    public static Map<String, Entry> load() {
        try (InputStream in = FreedomTable.class.getResourceAsStream(RESOURCE)) {
            return new YAMLMapper().readValue(in, new TypeReference<LinkedHashMap<String, Entry>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What each freedom of a conforming client is, by id, in the order of {@code client-freedoms.yaml}. */
    public static Map<String, String> ofClients() {
        try (InputStream in = FreedomTable.class.getResourceAsStream(OF_CLIENTS)) {
            return new YAMLMapper().readValue(in, new TypeReference<LinkedHashMap<String, String>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
