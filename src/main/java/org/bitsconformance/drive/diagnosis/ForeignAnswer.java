package org.bitsconformance.drive.diagnosis;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bitsconformance.drive.auth.Challenges;
import org.bitsconformance.target.Target;
import org.bitsconformance.transcript.FrontEnd;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Excerpt;
import org.bitsconformance.transcript.http.RetryAfter;

/** Why the answer to a Ping is not a BITS server's and what to do about it, in one line that quotes the answer. */
public final class ForeignAnswer {

    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int UNAVAILABLE = 503;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Set<Integer> OF_THE_VERB = Set.of(FORBIDDEN, 405, 501);

    /** What front ends that want a client certificate answer to a client without one. */
    private static final Set<Integer> WITHOUT_CERTIFICATE = Set.of(BAD_REQUEST, FORBIDDEN, 495, 496);

    private static final Pattern OF_TLS = Pattern.compile("(?i)\\b(https|ssl|tls)\\b");

    private final Target target;
    private final String probe;
    private final UnaryOperator<String> mask;
    private final ConnectionDiagnosis connection;
    private final SecondLook look;

    /**
     * Diagnoses answers of a target.
     *
     * @param probe name of the upload in the URL of the Ping
     * @param mask hides the secrets in a text
     */
    public ForeignAnswer(
            Target target, String probe, UnaryOperator<String> mask, ConnectionDiagnosis connection, SecondLook look) {
        this.target = target;
        this.probe = probe;
        this.mask = mask;
        this.connection = connection;
        this.look = look;
    }

    /** The explanation, in one line. */
    public String says(Answer answer) {
        int status = answer.status();
        CredentialsDiagnosis credentials = connection.credentials();
        if (status == UNAUTHORIZED) {
            return credentials.unauthorized(answer);
        }
        if (FrontEnd.asksForThoseOfProxy(answer)) {
            return credentials.proxyUnauthorized(Challenges.ofProxy(answer).offered());
        }
        if (status >= 300 && status < 400) {
            return redirect(answer);
        }
        if (wantsTls(answer)) {
            return "The server uses TLS, but the URL begins with http: try https: in the URL. A Ping without TLS got "
                    + quoted(answer) + ".";
        }
        Optional<String> certificate =
                WITHOUT_CERTIFICATE.contains(status) ? connection.withoutCertificate() : Optional.empty();
        if (certificate.isPresent()) {
            return certificate.get() + " A Ping got " + quoted(answer) + ".";
        }
        if (OF_THE_VERB.contains(status)) {
            return verb(answer);
        }
        return FrontEnd.answered(answer) ? ofFrontEnd(answer) : notBits(answer);
    }

    private boolean wantsTls(Answer answer) {
        return !target.secure()
                && answer.status() == BAD_REQUEST
                && OF_TLS.matcher(QuotedAnswer.text(answer)).find()
                && look.speaksTls();
    }

    /** Tries another verb, which shows whether something blocks this verb or everything. */
    private String verb(Answer answer) {
        int status = answer.status();
        Optional<String> other = target.requests().methodOverride()
                ? Optional.empty()
                : Stream.of("GET", "POST")
                        .flatMap(method -> otherStatus(method, status).stream())
                        .findFirst();
        if (other.isPresent()) {
            return "The verb BITS_POST is answered " + status + ", " + other.get()
                    + ": a front end permits only some verbs, for example limit_except of nginx or a request filter."
                    + " Let the verb through, enable BITS uploads for the URL, or try --method-override. A Ping got "
                    + quoted(answer) + ".";
        }
        return target.requests().methodOverride()
                ? "A Ping by POST got " + quoted(answer)
                        + ", which is not from a BITS server. Check the path of the URL, that BITS uploads are enabled"
                        + " for it and permitted to this client, and filters by verb, address or user agent."
                : "Every verb is answered " + status + ", so not only BITS_POST is refused: a Ping got "
                        + quoted(answer) + ". Check the path of the URL, that BITS uploads are enabled for it and"
                        + " permitted to this client, and filters by address or user agent.";
    }

    /** Such as {@code GET 404}; empty if the answer has the same status, or there is none. */
    private Optional<String> otherStatus(String method, int status) {
        return look.answerTo(method).filter(seen -> seen.status() != status).map(seen -> method + " " + seen.status());
    }

    private String ofFrontEnd(Answer answer) {
        if (FrontEnd.gotNoAnswer(answer)) {
            return "The proxy answers, but the server behind it does not: a Ping got " + quoted(answer)
                    + ". Start the server, or check where the proxy sends this URL.";
        }
        if (answer.status() == UNAVAILABLE) {
            return "The proxy or web server answers, but the server behind it does not: a Ping got " + quoted(answer)
                    + ". Start the server behind it, on IIS its application pool, or wait until it takes requests"
                    + again(answer) + ".";
        }
        if (answer.status() == TOO_MANY_REQUESTS) {
            return "The server limits requests: a Ping got " + quoted(answer) + ". Wait" + again(answer)
                    + ", raise the limit for this client, or set a budget in the plan.";
        }
        String says = FrontEnd.says(answer, "a Ping");
        return Character.toUpperCase(says.charAt(0)) + says.substring(1) + ". It is " + quoted(answer) + ".";
    }

    private static String again(Answer answer) {
        return answer.headers()
                .first(RetryAfter.NAME)
                .map(value -> " (" + RetryAfter.NAME + ": " + Excerpt.of(value) + ")")
                .orElse("");
    }

    /** Shows only the folder: the probe's own name means nothing to a reader. */
    private String redirect(Answer answer) {
        String location = answer.headers().first("Location").orElse("");
        String lead = "The server redirects a Ping (" + answer.status() + ") to ";
        if (location.isEmpty()) {
            return lead
                    + "nowhere: it gives no Location. BITS packets do not follow redirects; check the path of the URL.";
        }
        String absolute = absolute(location);
        int end = absolute.split("[?#]", 2)[0].lastIndexOf(probe);
        if (absolute.equals(look.url().toString())) {
            return lead + "the same URL, as servers do that expect a cookie or a login. Let BITS packets through"
                    + " without, or give \"headers\" in a target file.";
        }
        if (end >= 0) {
            String folder =
                    target.url().contains("{name}") ? absolute.replace(probe, "{name}") : absolute.substring(0, end);
            return lead + "the same name under " + shown(folder)
                    + ". BITS packets do not follow redirects: if uploads go there, give --url " + shown(folder)
                    + ", or that as url in the target file.";
        }
        return lead + shown(absolute.replace(probe, "NAME"))
                + ". Give that URL if it is the upload URL; if it is a login, let BITS packets through without, or give"
                + " credentials or \"headers\". BITS packets do not follow redirects.";
    }

    private String absolute(String location) {
        try {
            return look.url().resolve(URI.create(location)).toString();
        } catch (IllegalArgumentException e) {
            return location;
        }
    }

    private String notBits(Answer answer) {
        return "The answer to a Ping is " + quoted(answer)
                + (QuotedAnswer.isHtml(answer) ? "" : ", with no BITS header")
                + ": the server at this URL is not a BITS server. Check the path of the URL, and that BITS uploads"
                + " are enabled for it.";
    }

    private String quoted(Answer answer) {
        return mask.apply(QuotedAnswer.of(answer));
    }

    private String shown(String url) {
        return Excerpt.of(mask.apply(url));
    }
}
