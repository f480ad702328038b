package org.bitsconformance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bitsconformance.plan.UploadMode;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.Fault;
import org.bitsconformance.reference.Protection;
import org.bitsconformance.reference.ReferenceOptions;
import org.bitsconformance.reference.ReferenceServer;
import org.bitsconformance.result.RunResult;

/** A run of plan full against a server that is set up as the embedded one, and has one fault. */
final class FaultyRun {

    private static final Protection GUARD = Protection.by(
            Protection.Scheme.BASIC,
            new Protection.User("ann", "right password", true),
            new Protection.User("dan", "denied password", false));

    private FaultyRun() {}

    private static String guarded(Path folder) throws IOException {
        return Files.writeString(folder.resolve("target.yaml"), """
                        url: http://127.0.0.1/
                        authentication: basic
                        user: ann
                        password: right password
                        deniedUser: dan
                        deniedPassword: denied password
                        """).toString();
    }

    /**
     * Drives and judges it as the table of faults says.
     *
     * @param only globs of scenarios, parted by commas; empty for all
     */
    static RunResult judge(Fault fault, FaultTable.Entry entry, String only, Path folder) throws IOException {
        boolean replies = UploadMode.parse(entry.mode()) == UploadMode.UPLOAD_REPLY;
        ReferenceOptions conformant = EmbeddedServer.options(Document.MC_BUP);
        boolean guarded = entry.setup().equals("credentials");
        ReferenceOptions options = (replies ? conformant.withReplies() : conformant)
                .withProtection(guarded ? GUARD : Protection.NONE)
                .withFaults(fault);
        try (ReferenceServer server = ReferenceServer.start(options)) {
            return InProcess.run(
                    server,
                    InProcess.request(
                            "",
                            folder,
                            "only",
                            only,
                            "dialect",
                            entry.dialect(),
                            "target",
                            replies ? InProcess.targetFile(entry.mode(), folder) : guarded ? guarded(folder) : ""));
        }
    }
}
