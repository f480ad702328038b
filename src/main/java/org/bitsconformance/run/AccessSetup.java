package org.bitsconformance.run;

import java.util.Optional;
import org.bitsconformance.plan.CredentialSource;
import org.bitsconformance.plan.TargetFile;
import org.bitsconformance.target.Access;
import org.bitsconformance.target.ClientCertificate;
import org.bitsconformance.target.Proxy;
import org.bitsconformance.target.Scheme;
import org.bitsconformance.target.Target;
import org.bitsconformance.transcript.DeclaredAccess;

/** How a target is reached, and who it lets in: from what the user typed and the target file. */
final class AccessSetup {

    private AccessSetup() {}

    /** What the target file says. */
    static Access access(Optional<TargetFile> file) {
        return file.map(TargetFile::access).map(AccessSetup::access).orElse(Access.OPEN);
    }

    private static Access access(org.bitsconformance.plan.AccessSettings given) {
        return new Access(
                given.authentication().map(scheme -> Scheme.valueOf(scheme.name())),
                given.other().map(AccessSetup::credentials),
                given.denied().map(AccessSetup::credentials),
                given.certificate().map(found -> new ClientCertificate(found.file(), found.password())),
                given.proxy()
                        .map(found -> new Proxy(
                                found.host(), found.port(), found.credentials().map(AccessSetup::credentials))));
    }

    /** What the rules know of it. */
    static DeclaredAccess declared(Optional<TargetFile> file) {
        return file.map(TargetFile::access)
                .map(given -> new DeclaredAccess(
                        given.authentication().map(Object::toString),
                        given.other().isPresent(),
                        given.denied().isPresent()))
                .orElse(DeclaredAccess.UNDECLARED);
    }

    /**
     * Whether there are credentials for what the target is declared to ask for.
     *
     * @throws UsageException when there are none
     */
    static void check(Target target, RunRequest request) {
        Optional<Scheme> scheme = target.access().scheme().filter(found -> found != Scheme.NEGOTIATE);
        boolean without = target.credentials().isEmpty()
                && target.headers().stream().noneMatch(header -> header.named("Authorization"));
        if (scheme.isPresent() && without) {
            throw new UsageException(request.target().orElseThrow()
                    + ": \"authentication\" needs \"user\" and \"password\" beside it, --user NAME:PASSWORD, or"
                    + " BITS_USER and BITS_PASSWORD");
        }
    }

    static org.bitsconformance.target.Credentials credentials(CredentialSource given) {
        return new org.bitsconformance.target.Credentials(given.user(), given.password());
    }
}
