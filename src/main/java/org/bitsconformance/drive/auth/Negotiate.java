package org.bitsconformance.drive.auth;

import java.net.URI;
import java.security.PrivilegedExceptionAction;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.security.auth.Subject;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.apache.http.HttpHost;
import org.apache.http.auth.AUTH;
import org.apache.http.client.protocol.HttpClientContext;
import org.apache.http.conn.routing.HttpRoute;
import org.apache.http.impl.auth.SPNegoScheme;
import org.apache.http.message.BasicHeader;
import org.apache.http.message.BasicHttpRequest;
import org.apache.http.protocol.BasicHttpContext;
import org.apache.http.protocol.HttpContext;
import org.bitsconformance.drive.auth.Challenges.Challenge;
import org.bitsconformance.target.Scheme;
import org.bitsconformance.target.Target;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.HostPort;

/** Negotiate (RFC 4559) with the Kerberos ticket of the user who runs the suite; never asks for a password. */
final class Negotiate implements Handshake {

    private static final String NO_TICKET = "there is no Kerberos ticket to answer with";

    private final Target target;
    private final Consumer<String> problem;
    private final Consumer<String> secret;
    private boolean sent;

    /** {@code problem} receives the reason when there is no answer; {@code secret} receives every token. */
    Negotiate(Target target, Consumer<String> problem, Consumer<String> secret) {
        this.target = target;
        this.problem = problem;
        this.secret = secret;
    }

    @Override
    public Optional<String> first() {
        return Optional.empty();
    }

    @Override
    public Optional<String> next(Answer answer) {
        Optional<Challenge> challenge = Challenges.of(answer).of(Scheme.NEGOTIATE);
        if (answer.status() != 401 || challenge.isEmpty() || sent) {
            return Optional.empty();
        }
        try {
            sent = true;
            LoginContext login = new LoginContext("", new Subject(), null, new TicketOnly());
            login.login();
            String value =
                    Subject.doAs(login.getSubject(), (PrivilegedExceptionAction<String>) () -> token(challenge.get()));
            secret.accept(value.substring(value.indexOf(' ') + 1));
            return Optional.of(value);
        } catch (LoginException e) {
            problem.accept(NO_TICKET);
        } catch (Exception e) {
            problem.accept("the Kerberos ticket gives no answer for this host");
        }
        return Optional.empty();
    }

    private String token(Challenge challenge) throws Exception {
        URI url = target.uploadUrl("any");
        HttpHost host = new HttpHost(HostPort.of(url).host(), HostPort.of(url).port(), url.getScheme());
        HttpContext context = new BasicHttpContext();
        context.setAttribute(HttpClientContext.HTTP_ROUTE, new HttpRoute(host));
        SPNegoScheme scheme = new SPNegoScheme(true, false);
        scheme.processChallenge(new BasicHeader(AUTH.WWW_AUTH, challenge.text()));
        return scheme.authenticate(null, new BasicHttpRequest("GET", "/"), context)
                .getValue();
    }

    /** Uses the ticket in the system's cache and never prompts. */
    private static final class TicketOnly extends Configuration {

        @Override
        public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
            return new AppConfigurationEntry[] {
                new AppConfigurationEntry(
                        "com.sun.security.auth.module.Krb5LoginModule",
                        LoginModuleControlFlag.REQUIRED,
                        Map.of("useTicketCache", "true", "doNotPrompt", "true"))
            };
        }
    }
}
