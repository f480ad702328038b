package org.bitsconformance.drive.diagnosis;

import java.util.Map;
import java.util.Optional;
import org.bitsconformance.drive.transport.ConnectException;
import org.bitsconformance.drive.transport.Connector;
import org.bitsconformance.target.Proxy;
import org.bitsconformance.target.Target;
import org.bitsconformance.transcript.http.Excerpt;
import org.bitsconformance.transcript.http.HostPort;

/** Why there is no connection to a target and what to do about it, each in one line. */
public final class ConnectionDiagnosis {

    private final Target target;
    private final Connector connector;
    private final SecondLook look;
    private final String within;
    private final Map<String, String> environment;

    /**
     * Diagnoses connection failures on the way to a target.
     *
     * @param target with the proxy on the way, if it has one
     * @param connector of the connections that failed
     * @param look finds out what else is spoken there
     * @param within the time limit, for messages
     * @param environment variables of this process, which may name a proxy
     */
    public ConnectionDiagnosis(
            Target target, Connector connector, SecondLook look, String within, Map<String, String> environment) {
        this.target = target;
        this.connector = connector;
        this.look = look;
        this.within = within;
        this.environment = environment;
    }

    /** Why no connection could be established. */
    public String of(ConnectException e) {
        if (e.kind() == ConnectException.Cause.PROXY_CREDENTIALS) {
            return credentials().proxyUnauthorized(e.getMessage());
        }
        if (e.kind() == ConnectException.Cause.TLS) {
            return tls(e);
        }
        return e.toProxy() ? toProxy(e) : toServer(e);
    }

    /** Why credentials are refused. */
    CredentialsDiagnosis credentials() {
        return new CredentialsDiagnosis(target, connector.authentication());
    }

    /** For a server that asked for a client certificate and ended the connection; empty if it did not ask. */
    public Optional<String> withoutCertificate() {
        if (!connector.askedForCertificate()) {
            return Optional.empty();
        }
        return Optional.of(target.access()
                .certificate()
                .map(shown -> "The server asks for a client certificate and did not accept the one in " + shown.file()
                        + ". Give one that it accepts as \"clientCertificate\" in the target file.")
                .orElse("The server asks for a client certificate and ended the connection without one. Give"
                        + " \"clientCertificate\" and \"clientPassword\" in a target file."));
    }

    private String toServer(ConnectException e) {
        return switch (e.kind()) {
            case NAME_NOT_FOUND ->
                "The host name " + Excerpt.of(e.getMessage())
                        + " was not found. Check the spelling of the URL, and DNS." + proxied();
            case REFUSED ->
                "Nothing listens at " + e.getMessage()
                        + ": the connection was refused. Start the server, or check host and port of the URL.";
            case UNREACHABLE ->
                "The host cannot be reached (" + Excerpt.of(e.getMessage())
                        + "). Check the network, and host and port of the URL." + proxied();
            case NO_ANSWER ->
                "No connection to " + e.getMessage() + " within " + within
                        + ". Check host and port of the URL, and firewalls on the way." + proxied();
            case ENDED_AT_ONCE ->
                "The server at " + e.getMessage()
                        + " resets each connection as soon as it is made. Check host and port of"
                        + " the URL, that the server is not out of connections, and firewalls on the way.";
            case TLS, PROXY, PROXY_CREDENTIALS -> Excerpt.of(e.getMessage());
        };
    }

    private String proxied() {
        return ProxyVariables.hint(environment, target);
    }

    private String toProxy(ConnectException e) {
        String proxy = "The proxy " + target.access().proxy().map(Proxy::where).orElse("");
        String check = ". Check \"proxy\" in the target file.";
        return switch (e.kind()) {
            case NAME_NOT_FOUND -> proxy + " was not found: there is no such host name" + check;
            case REFUSED -> proxy + " cannot be reached: nothing listens there, the connection was refused" + check;
            case UNREACHABLE -> proxy + " cannot be reached (" + Excerpt.of(e.getMessage()) + ")" + check;
            case NO_ANSWER -> proxy + " cannot be reached: no connection within " + within + check;
            case ENDED_AT_ONCE -> proxy + " resets a connection as soon as it is made" + check;
            case PROXY ->
                "The proxy " + Excerpt.of(e.getMessage())
                        + ": it does not connect to the server. Check \"proxy\" and the URL, and what the proxy"
                        + " permits.";
            case TLS, PROXY_CREDENTIALS -> Excerpt.of(e.getMessage());
        };
    }

    private String tls(ConnectException e) {
        Optional<String> wanted = TlsDiagnosis.isAboutCertificate(e) ? Optional.empty() : withoutCertificate();
        return wanted.orElseGet(() -> new TlsDiagnosis(HostPort.of(look.url()).host(), connector.shownCertificates(), e)
                .says(!TlsDiagnosis.isOfTls(e) && look.speaksPlainHttp()));
    }
}
