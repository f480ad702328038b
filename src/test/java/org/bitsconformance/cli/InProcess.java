package org.bitsconformance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.bitsconformance.reference.ReferenceServer;
import org.bitsconformance.result.CaseResult;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.run.ConformanceRun;
import org.bitsconformance.run.JUnitPlatformRun;
import org.bitsconformance.run.RunPreparation;
import org.bitsconformance.run.RunRequest;
import org.bitsconformance.run.RunSetup;

/** A run in this process, like that of the command {@code run}. */
public final class InProcess {

    private InProcess() {}

    /**
     * The request of {@code run --url URL --readback url --timeout 2s --retries 0 --out FOLDER}.
     *
     * @param more names of further options, each followed by its value
     */
    public static RunRequest request(String url, Path out, String... more) {
        Map<String, String> options = new HashMap<>(
                Map.of("url", url, "readback", "url", "timeout", "2s", "retries", "0", "out", out.toString()));
        for (int i = 0; i < more.length; i += 2) {
            options.put(more[i], more[i + 1]);
        }
        return RunRequest.ofProperties(name -> options.get(name.substring("bits.".length())));
    }

    /** A run against a server that is set up like the embedded one, judged as by the command {@code run}. */
    public static RunResult run(ReferenceServer server, RunRequest request) {
        return run(EmbeddedServer.judging(server, request));
    }

    /** A target file that says what the target does with a finished upload; options say the rest. */
    public static String targetFile(String mode, Path folder) throws IOException {
        return targetFile(mode, "", folder);
    }

    /** Like {@link #targetFile(String, Path)}, with further lines. */
    public static String targetFile(String mode, String more, Path folder) throws IOException {
        return Files.writeString(folder.resolve("target.yaml"), "url: http://127.0.0.1/\nmode: " + mode + "\n" + more)
                .toString();
    }

    public static RunResult run(RunRequest request) {
        return run(request, ended -> {});
    }

    /** A run against an embedded server, which may notify the server application of the run. */
    static RunResult run(EmbeddedServer embedded, RunRequest request) {
        return run(setup(embedded.judging(request)), embedded::notify, ended -> {});
    }

    /** A run of what is selected of the prepared run. */
    public static RunResult runPart(RunRequest request, UnaryOperator<RunSetup> selection) {
        return run(selection.apply(setup(request)), run -> {}, ended -> {});
    }

    /** The same; {@code progress} receives each case when it ends. */
    public static RunResult run(RunRequest request, Consumer<CaseResult> progress) {
        return run(setup(request), run -> {}, progress);
    }

    private static RunSetup setup(RunRequest request) {
        return new RunPreparation(name -> null).prepare(request);
    }

    private static RunResult run(RunSetup setup, Consumer<ConformanceRun> begun, Consumer<CaseResult> progress) {
        try (ConformanceRun run = new ConformanceRun(setup, progress)) {
            begun.accept(run);
            run.preflight();
            JUnitPlatformRun.execute(run);
            return run.finish();
        }
    }
}
