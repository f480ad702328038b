package org.bitsconformance.report.machine;

import java.io.IOException;
import java.nio.file.Path;
import org.bitsconformance.machine.Machine;
import org.bitsconformance.machine.MachineFile;
import org.bitsconformance.report.text.ReplacedFile;

/** Writes the files of a machine into the folder of its run. */
public final class MachineFiles {

    private MachineFiles() {}

    /**
     * Writes {@code machine.json}, {@code machine.dot} and, unless it is too large to be read, {@code machine.svg}.
     *
     * @throws IOException when one of them cannot be written
     */
    public static void write(Machine machine, Path folder) throws IOException {
        String json = MachineFile.text(machine);
        ReplacedFile.write(folder.resolve(MachineFile.NAME), out -> out.write(json));
        ReplacedFile.write(folder.resolve("machine.dot"), out -> out.write(DotFile.text(machine)));
        String picture = MachinePicture.alone(machine);
        if (!picture.isEmpty()) {
            ReplacedFile.write(folder.resolve("machine.svg"), out -> out.write(picture));
        }
    }
}
