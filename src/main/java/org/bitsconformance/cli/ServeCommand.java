package org.bitsconformance.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.bitsconformance.plan.ByteSizes;
import org.bitsconformance.plan.Durations;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.reference.FrontEndKind;
import org.bitsconformance.reference.ReferenceOptions;
import org.bitsconformance.reference.ReferenceServer;
import org.bitsconformance.reference.ReferenceServerException;
import org.bitsconformance.reference.fault.Fault;
import org.bitsconformance.reference.fault.Faults;
import org.bitsconformance.reference.server.HostId;
import org.bitsconformance.reference.server.Limits;
import org.bitsconformance.reference.server.Notifying;
import org.bitsconformance.reference.server.Protection;
import org.bitsconformance.run.RunPreparation;
import org.bitsconformance.run.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code serve}: the reference server. */
@Command(
        name = "serve",
        description = "Runs the reference server until it is interrupted.",
        mixinStandardHelpOptions = true,
        usageHelpWidth = 80)
final class ServeCommand implements Runnable {

    private static final int HIGHEST_PORT = 65_535;
    private static final int FALLBACK_SECONDS = 110;

    @Spec
    private CommandSpec spec;

    @Option(names = "--port", paramLabel = "N", description = "Port on the loopback address; by default any free one.")
    private int port;

    @Option(
            names = "--dialect",
            paramLabel = "NAME",
            description = "Which document it follows where they disagree: mc-bup (default) or win32.")
    private String dialect = Document.MC_BUP.optionName();

    @Option(
            names = "--no-overwrite",
            description = "Refuses an upload to a file that exists; by default the file is replaced.")
    private boolean noOverwrite;

    @Option(
            names = "--host-id",
            paramLabel = "HOST",
            description = "What it sends as BITS-Host-Id, with a fallback timeout of " + FALLBACK_SECONDS
                    + " s; by default it sends none.")
    private Optional<String> hostId = Optional.empty();

    @Option(
            names = "--second-port",
            description = "Also listens on a second, free port and sends its address as BITS-Host-Id.")
    private boolean secondPort;

    @Option(
            names = "--max-upload",
            paramLabel = "SIZE",
            description = "The largest upload that it accepts, such as 4 MiB; by default whatever fits into memory.")
    private Optional<String> maxUpload = Optional.empty();

    @Option(
            names = "--max-fragment",
            paramLabel = "SIZE",
            description = "The largest fragment that it accepts; by default whatever fits into memory.")
    private Optional<String> maxFragment = Optional.empty();

    @Option(
            names = "--session-timeout",
            paramLabel = "DURATION",
            description = "How long it keeps a session that makes no progress, such as 2s; by default forever.")
    private Optional<String> sessionTimeout = Optional.empty();

    @Option(
            names = "--large",
            description =
                    "Accepts uploads of any size; keeps only length and SHA-256 of those over 1 MiB, and answers HEAD"
                            + " with them. Selects the socket.")
    private boolean large;

    @Option(names = "--reply", description = "Answers uploads with a reply, whose URL is in the Ack to the last byte.")
    private boolean reply;

    @Option(
            names = "--fault",
            paramLabel = "ID",
            description = "A fault of the server; repeatable. See the command faults.")
    private List<String> faults = new ArrayList<>();

    @Mixin
    private ProtectionOptions protection = new ProtectionOptions();

    @Option(
            names = "--front-end",
            paramLabel = "NAME",
            description =
                    "What speaks HTTP: wiremock (default) or socket. A fault that needs the socket" + " selects it.")
    private String frontEnd = FrontEndKind.WIREMOCK.optionName();

    @Mixin
    private NotifyOptions notify;

    @Override
    public void run() {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new UsageException("--port must be between 0 and " + HIGHEST_PORT + ", not " + port);
        }
        Optional<Notifying> notifying = notify.read();
        if (reply && notifying.isPresent()) {
            throw new UsageException(
                    "--reply and --notify cannot be used together: the server application gives the reply");
        }
        if (large && (reply || notifying.isPresent())) {
            throw new UsageException("--large cannot be used with --reply or --notify: it keeps no bytes to pass on");
        }
        Document document = Document.named(dialect)
                .orElseThrow(() -> new UsageException("--dialect must be mc-bup or win32, not \"" + dialect + "\""));
        FrontEndKind speaking = FrontEndKind.named(frontEnd)
                .orElseThrow(
                        () -> new UsageException("--front-end must be wiremock or socket, not \"" + frontEnd + "\""));
        Set<Fault> wrong = new LinkedHashSet<>();
        faults.forEach(id -> wrong.add(FaultsCommand.find(id)));
        Protection guarded = protection.checked(speaking, wrong);
        ReferenceOptions options = new ReferenceOptions(
                document,
                wrong,
                new ReferenceOptions.Entrance(port, speaking, guarded),
                new ReferenceOptions.Settings(
                        !noOverwrite, hostId(), reply, notifying, limits(), large, Optional.empty()));
        try (ReferenceServer server = ReferenceServer.start(options)) {
            PrintWriter out = spec.commandLine().getOut();
            out.println("reference server (" + document.optionName() + ") at " + server.uploadUrl());
            server.secondAddress().ifPresent(address -> out.println("host id " + address));
            Faults.inOrder(wrong).forEach(fault -> out.println("fault " + fault.id() + ": " + fault.title()));
            protection.tell(server, out);
            out.println("Ctrl-C ends it");
            out.flush();
            new CountDownLatch(1).await();
        } catch (ReferenceServerException e) {
            throw new UsageException(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Limits limits() {
        return new Limits(
                bytes("--max-upload", maxUpload),
                bytes("--max-fragment", maxFragment),
                sessionTimeout.map(text -> RunPreparation.option("--session-timeout", text, Durations::parse)));
    }

    private static OptionalLong bytes(String name, Optional<String> size) {
        return size.map(text -> RunPreparation.option(name, text, ByteSizes::parse))
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    private Optional<HostId> hostId() {
        if (secondPort && hostId.isPresent()) {
            throw new UsageException("--second-port and --host-id both set BITS-Host-Id; give one of them");
        }
        if (hostId.filter(String::isBlank).isPresent()) {
            throw new UsageException("--host-id must be a host name or an IP address, not \"\"");
        }
        return secondPort
                ? Optional.of(HostId.ofSecondPort(FALLBACK_SECONDS))
                : hostId.map(host -> new HostId(host, FALLBACK_SECONDS));
    }
}
