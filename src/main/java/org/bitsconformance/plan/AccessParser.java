package org.bitsconformance.plan;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bitsconformance.plan.AccessSettings.ClientCertificate;
import org.bitsconformance.plan.AccessSettings.Proxy;
import org.bitsconformance.plan.AccessSettings.Scheme;

/** The keys of a target file about who may use the server, and the way to it. */
final class AccessParser {
    static final List<String> KEYS = List.of(
            "authentication",
            "otherUser",
            "otherPassword",
            "deniedUser",
            "deniedPassword",
            "clientCertificate",
            "clientPassword",
            "proxy",
            "proxyUser",
            "proxyPassword");

    private final YamlFields fields;
    private final Path file;

    private AccessParser(YamlFields fields, Path file) {
        this.fields = fields;
        this.file = file;
    }

    /** Relative paths start beside {@code file}. */
    static AccessSettings parse(YamlFields fields, Path file) {
        return new AccessParser(fields, file).access();
    }

    private AccessSettings access() {
        Optional<Scheme> scheme = fields.value("authentication", AccessParser::scheme);
        Optional<CredentialSource> other = credentials("otherUser", "otherPassword");
        Optional<CredentialSource> denied = credentials("deniedUser", "deniedPassword");
        needsScheme("otherUser", other, scheme);
        needsScheme("deniedUser", denied, scheme);
        return new AccessSettings(scheme, other, denied, certificate(), proxy());
    }

    private void needsScheme(String key, Optional<CredentialSource> given, Optional<Scheme> scheme) {
        if (given.isPresent() && scheme.isEmpty()) {
            throw fields.problem(key, "needs \"authentication\" beside it");
        }
        if (given.isPresent() && scheme.get() == Scheme.NEGOTIATE) {
            throw fields.problem(key, "cannot be used with negotiate, which takes the Kerberos ticket that there is");
        }
    }

    private Optional<ClientCertificate> certificate() {
        Optional<Path> store =
                fields.value("clientCertificate", TargetFileParser::path).map(file::resolveSibling);
        Optional<String> password = fields.value("clientPassword", CredentialSource::checkPassword);
        if (store.isEmpty() && password.isPresent()) {
            throw fields.problem("clientPassword", "needs \"clientCertificate\" beside it");
        }
        return store.map(path -> new ClientCertificate(path, password.orElse("")));
    }

    private Optional<Proxy> proxy() {
        Optional<Proxy> proxy = fields.value("proxy", Proxy::parse);
        Optional<CredentialSource> shown = credentials("proxyUser", "proxyPassword");
        if (proxy.isEmpty() && shown.isPresent()) {
            throw fields.problem("proxyUser", "needs \"proxy\" beside it");
        }
        return proxy.map(found -> found.with(shown));
    }

    private Optional<CredentialSource> credentials(String userKey, String passwordKey) {
        return TargetFileParser.credentials(fields, userKey, passwordKey);
    }

    private static Scheme scheme(String text) {
        return Arrays.stream(Scheme.values())
                .filter(scheme -> scheme.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + Arrays.stream(Scheme.values()).map(Scheme::toString).collect(Collectors.joining(", "))
                        + ", not " + Quoted.text(text)));
    }
}
