package org.bitsconformance.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.target.Access;
import org.bitsconformance.target.ClientCertificate;
import org.bitsconformance.target.Credentials;
import org.bitsconformance.target.Proxy;
import org.bitsconformance.target.Quoted;
import org.bitsconformance.target.Scheme;

/** The keys of a target file about who may use the server, and how it is reached. */
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

    /** Relative paths are resolved against the folder of {@code file}. */
    static Access parse(YamlFields fields, Path file) {
        return new AccessParser(fields, file).access();
    }

    private Access access() {
        Optional<Scheme> scheme = fields.value("authentication", Scheme::parse);
        Optional<Credentials> user = credentials("user", "password");
        Optional<Credentials> other = credentials("otherUser", "otherPassword");
        Optional<Credentials> denied = credentials("deniedUser", "deniedPassword");
        needsScheme("otherUser", other, scheme);
        needsScheme("deniedUser", denied, scheme);
        return new Access(scheme, user, other, denied, certificate(), proxy());
    }

    private void needsScheme(String key, Optional<Credentials> given, Optional<Scheme> scheme) {
        if (given.isPresent() && scheme.isEmpty()) {
            throw fields.problem(key, "also needs \"authentication\"");
        }
        if (given.isPresent() && scheme.get() == Scheme.NEGOTIATE) {
            throw fields.problem(key, "cannot be used with negotiate, which uses the current Kerberos ticket");
        }
    }

    private Optional<ClientCertificate> certificate() {
        Optional<Path> store =
                fields.value("clientCertificate", TargetFileParser::path).map(file::resolveSibling);
        Optional<String> password = fields.value("clientPassword", Credentials::checkPassword);
        if (store.isEmpty() && password.isPresent()) {
            throw fields.problem("clientPassword", "also needs \"clientCertificate\"");
        }
        return store.map(path -> new ClientCertificate(path, password.orElse("")));
    }

    private Optional<Proxy> proxy() {
        Optional<Proxy> proxy = fields.value("proxy", Proxy::parse);
        Optional<Credentials> shown = credentials("proxyUser", "proxyPassword");
        if (proxy.isEmpty() && shown.isPresent()) {
            throw fields.problem("proxyUser", "also needs \"proxy\"");
        }
        return proxy.map(found -> found.with(shown));
    }

    private Optional<Credentials> credentials(String userKey, String passwordKey) {
        Optional<String> user = fields.value(userKey, Credentials::checkUser);
        Optional<String> password = fields.value(passwordKey, Credentials::checkPassword);
        if (user.isPresent() && password.isEmpty()) {
            throw fields.problem(userKey, "also needs " + Quoted.text(passwordKey));
        }
        if (user.isEmpty() && password.isPresent()) {
            throw fields.problem(passwordKey, "also needs " + Quoted.text(userKey));
        }
        return user.map(name -> new Credentials(name, password.orElseThrow()));
    }
}
