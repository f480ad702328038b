package org.bitsconformance.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bitsconformance.plan.Durations;
import org.bitsconformance.plan.Environment;
import org.bitsconformance.plan.Plan;
import org.bitsconformance.plan.TargetFile;
import org.bitsconformance.target.CleanUp;
import org.bitsconformance.target.Credentials;
import org.bitsconformance.target.NotificationSettings;
import org.bitsconformance.target.ReadBackMode;
import org.bitsconformance.target.RequestHeader;
import org.bitsconformance.target.RequestSettings;
import org.bitsconformance.target.Scheme;
import org.bitsconformance.target.Target;
import org.bitsconformance.target.TargetUrl;
import org.bitsconformance.target.Trust;
import org.bitsconformance.transcript.http.Header;

/** The target of a run: what its file describes, refined by options, the environment and the plan. */
final class TargetPreparation {

    private final UnaryOperator<String> environment;
    private final RunRequest.Server asked;
    private final Optional<TargetFile> file;

    /** {@code environment} returns the value of an environment variable, or null. */
    TargetPreparation(UnaryOperator<String> environment, RunRequest.Server asked, Optional<TargetFile> file) {
        this.environment = environment;
        this.asked = asked;
        this.file = file;
    }

    /**
     * The target, checked as far as can be without sending anything.
     *
     * @throws UsageException when something is wrong with the request
     */
    Target target(Plan plan) {
        Target described = described();
        Optional<ReadBackMode> readBack =
                asked.readback().map(text -> RunPreparation.option("--readback", text, ReadBackMode::parse));
        Target target = described
                .with(requests(described.requests(), plan))
                .with(described.access().with(credentials(described)))
                .with(trust(described.trust()))
                .with(described
                        .uploads()
                        .with(readBack.orElse(described.uploads().readBack())));
        check(target);
        return target;
    }

    private Target described() {
        Optional<String> url = asked.own()
                .map(Target::url)
                .or(() -> asked.url().map(text -> RunPreparation.option("--url", text, TargetUrl::parse)));
        return file.map(TargetFile::target)
                .or(asked::own)
                .map(target -> url.map(target::withUrl).orElse(target))
                .or(() -> url.map(Target::at))
                .orElseThrow(() -> new UsageException("no target: give --url URL or --target FILE"));
    }

    private RequestSettings requests(RequestSettings described, Plan plan) {
        List<Header> headers = new ArrayList<>(described.headers());
        asked.requests()
                .headers()
                .forEach(text -> headers.add(RunPreparation.option("--header", text, RequestHeader::parse)));
        return new RequestSettings(
                headers,
                asked.requests().methodOverride() || described.methodOverride(),
                asked.requests()
                        .timeout()
                        .map(text -> RunPreparation.option("--timeout", text, Durations::parse))
                        .or(() -> file.flatMap(TargetFile::timeout))
                        .or(plan::timeout)
                        .orElse(described.timeout()));
    }

    private Optional<Credentials> credentials(Target described) {
        return asked.access()
                .user()
                .map(text -> RunPreparation.option("--user", text, Credentials::parse))
                .or(described.access()::user)
                .or(this::credentialsOfEnvironment);
    }

    private Optional<Credentials> credentialsOfEnvironment() {
        Optional<String> user = variable("BITS_USER");
        Optional<String> password = variable("BITS_PASSWORD");
        if (user.isPresent() != password.isPresent()) {
            String there = user.isPresent() ? "BITS_USER" : "BITS_PASSWORD";
            String missing = user.isPresent() ? "BITS_PASSWORD" : "BITS_USER";
            throw new UsageException(there + " is set and " + missing + " is not; set both, or neither");
        }
        return user.map(name -> new Credentials(
                RunPreparation.option("BITS_USER", name, Credentials::checkUser),
                RunPreparation.option("BITS_PASSWORD", password.orElseThrow(), Credentials::checkPassword)));
    }

    private Optional<String> variable(String name) {
        try {
            return new Environment(environment).value(name);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private Trust trust(Trust described) {
        Optional<Path> authority =
                asked.access().ca().map(text -> RunPreparation.option("--ca", text, RunPreparation::path));
        return new Trust(authority.or(described::authority), asked.access().insecure() || described.insecure());
    }

    private void check(Target target) {
        target.uploads()
                .readBack()
                .folder()
                .filter(folder -> !Files.isDirectory(folder))
                .ifPresent(folder -> {
                    throw new UsageException("readback dir:" + folder + ": no such folder");
                });
        Optional<Scheme> scheme = target.access().scheme().filter(found -> found != Scheme.NEGOTIATE);
        if (scheme.isPresent() && target.access().user().isEmpty() && !target.sets("Authorization")) {
            throw inFile("\"authentication\" also needs \"user\" and \"password\", --user NAME:PASSWORD, or"
                    + " BITS_USER and BITS_PASSWORD");
        }
        if (target.uploads().cleanUp() == CleanUp.DELETE && !target.namesUploads()) {
            throw inFile("\"cleanup\" can be delete only if each upload has its own URL: one that ends in /"
                    + " or contains {name}");
        }
        target.notification()
                .flatMap(NotificationSettings::files)
                .filter(folder -> !Files.isDirectory(folder))
                .ifPresent(folder -> {
                    throw inFile("\"notification.files\" " + folder + ": no such folder");
                });
    }

    private UsageException inFile(String problem) {
        return new UsageException(asked.file().orElse("") + ": " + problem);
    }
}
