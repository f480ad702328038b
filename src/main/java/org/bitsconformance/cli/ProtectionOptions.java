package org.bitsconformance.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bitsconformance.reference.FrontEndKind;
import org.bitsconformance.reference.ReferenceServer;
import org.bitsconformance.reference.fault.Fault;
import org.bitsconformance.reference.server.Protection;
import org.bitsconformance.reference.server.Protection.Scheme;
import org.bitsconformance.reference.server.Protection.Tls;
import org.bitsconformance.reference.server.Protection.User;
import org.bitsconformance.run.RunPreparation;
import org.bitsconformance.run.UsageException;
import org.bitsconformance.target.Credentials;
import picocli.CommandLine.Option;

/** Options of {@code serve} about who may use the reference server, and how it is secured. */
final class ProtectionOptions {

    @Option(names = "--tls", description = "Uses TLS, with a certificate made at start-up.")
    private boolean tls;

    @Option(
            names = "--client-certificate",
            description = "Like --tls, but clients must show a certificate, which is also made at start-up.")
    private boolean clientCertificate;

    @Option(
            names = "--auth",
            paramLabel = "SCHEME",
            description = "How it asks for credentials: basic or digest; default basic if there are users.")
    private Optional<String> auth = Optional.empty();

    @Option(
            names = "--user",
            paramLabel = "NAME:PASSWORD",
            description = "A user who may upload; the server then asks for credentials. Repeatable.")
    private List<String> users = new ArrayList<>();

    @Option(names = "--denied", paramLabel = "NAME:PASSWORD", description = "A user who may not upload. Repeatable.")
    private List<String> denied = new ArrayList<>();

    /**
     * The options as settings.
     *
     * @throws UsageException when an option is wrong, or they are inconsistent
     */
    Protection checked(FrontEndKind frontEnd, Set<Fault> faults) {
        boolean secure = tls || clientCertificate;
        boolean socket = frontEnd == FrontEndKind.SOCKET || faults.stream().anyMatch(Fault::needsSocket);
        if (secure && socket) {
            throw new UsageException("--tls needs the front end wiremock: the socket does not support TLS");
        }
        if (users.isEmpty() && (auth.isPresent() || !denied.isEmpty())) {
            throw new UsageException("--auth and --denied need a --user NAME:PASSWORD who may upload");
        }
        Scheme scheme = auth.map(word -> Scheme.named(word)
                        .orElseThrow(() -> new UsageException("--auth must be basic or digest, not \"" + word + "\"")))
                .orElse(users.isEmpty() ? Scheme.NONE : Scheme.BASIC);
        List<User> all = Stream.concat(
                        users.stream().map(text -> user("--user", text, true)),
                        denied.stream().map(text -> user("--denied", text, false)))
                .toList();
        return new Protection(scheme, all, clientCertificate ? Tls.BOTH : secure ? Tls.SERVER : Tls.NONE);
    }

    private static User user(String option, String text, boolean mayUpload) {
        Credentials parsed = RunPreparation.option(option, text, Credentials::parse);
        return new User(parsed.user(), parsed.password(), mayUpload);
    }

    /** Prints where the certificates of a server are. */
    void tell(ReferenceServer server, PrintWriter out) {
        server.certificate().ifPresent(file -> out.println("certificate, for --ca: " + file));
        server.clientCertificate()
                .ifPresent(file -> out.println("clientCertificate: " + file + ", clientPassword: "
                        + server.clientPassword().orElseThrow()));
    }
}
