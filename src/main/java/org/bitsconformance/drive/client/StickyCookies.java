package org.bitsconformance.drive.client;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.bitsconformance.drive.transport.Traffic;
import org.bitsconformance.transcript.http.Excerpt;

/**
 * The names of the cookies that a target sets on its answers to probes. No BITS document mentions cookies, and the
 * suite returns none: behind a load balancer that identifies clients by cookies, each packet may reach another server.
 * Thread-safe.
 */
final class StickyCookies {

    private static final int MOST_NAMES = 3;

    /** Cookies of common load balancers. */
    private static final Pattern OF_LOAD_BALANCERS = Pattern.compile(
            "(?i)AWSALB.*|AWSELB.*|SERVERID.*|SRV|ARRAffinity.*|ROUTEID|route|BIGipServer.*|NSC_.*|GCLB|INGRESSCOOKIE"
                    + "|X-Mapping-.*|__cflb|lb[-_]?.*|sticky.*|ApplicationGatewayAffinity.*");

    private final Set<String> names = new LinkedHashSet<>();

    /** Records the cookies of an answer, as it crossed the wire. */
    synchronized void look(Traffic traffic) {
        traffic.received()
                .ifPresent(answer -> answer.headers().all("Set-Cookie").stream()
                        .map(value -> value.split("[=;]", 2)[0].strip())
                        .filter(name -> !name.isEmpty())
                        .forEach(names::add));
    }

    /** A notice about these cookies, in one line; empty if none was set. */
    synchronized Optional<String> notice() {
        if (names.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> balancer = names.stream()
                .filter(name -> OF_LOAD_BALANCERS.matcher(name).matches())
                .findFirst();
        String shown = balancer.map(Excerpt::of)
                .orElseGet(() -> String.join(
                        ", ", names.stream().limit(MOST_NAMES).map(Excerpt::of).toList()));
        return Optional.of("the target sets the cookie " + shown
                + (balancer.isPresent() ? ", with which a load balancer keeps a client at one server" : "")
                + ". The BITS documents do not mention cookies, and the suite returns none: if several servers"
                + " are behind one address, let the load balancer tell clients apart by their address, or the"
                + " servers share their sessions");
    }
}
