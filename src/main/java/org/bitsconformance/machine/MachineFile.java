package org.bitsconformance.machine;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads and writes {@code machine.json}. */
public final class MachineFile {

    /** Its name in the folder of a run. */
    public static final String NAME = "machine.json";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private MachineFile() {}

    /**
     * Reads it.
     *
     * @throws IOException when there is no such file, or it is not a machine; the message says which
     */
    public static Machine read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("no such file");
        }
        try {
            Machine machine = MAPPER.readValue(file.toFile(), Machine.class);
            if (machine.alphabet() == null || machine.states() == null || machine.transitions() == null) {
                throw new IOException("is not a machine.json");
            }
            return machine;
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            throw new IOException("is not a machine.json", e);
        }
    }

    /** The text of the file, indented. */
    public static String text(Machine machine) throws IOException {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(machine) + System.lineSeparator();
    }
}
