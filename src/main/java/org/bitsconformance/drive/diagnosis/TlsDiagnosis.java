package org.bitsconformance.drive.diagnosis;

import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bitsconformance.drive.transport.ConnectException;
import org.bitsconformance.transcript.http.Excerpt;

/** Why a TLS handshake failed and what to do about it, in one line. */
public final class TlsDiagnosis {

    private static final String TRUST =
            "Give --ca FILE to trust the authority that signed it, or --insecure to accept any certificate.";
    private static final Pattern ALERT = Pattern.compile("alert: (\\w+)");
    private static final Pattern COMMON_NAME = Pattern.compile("(?i)(?:^|,)CN=((?:[^,\\\\]|\\\\.)*)");
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    private final String host;
    private final List<X509Certificate> shown;
    private final ConnectException failure;
    private final String how;

    /**
     * The diagnosis of a failed handshake.
     *
     * @param host that was connected to
     * @param shown the certificates that the server presented, its own first; may be empty
     */
    TlsDiagnosis(String host, List<X509Certificate> shown, ConnectException failure) {
        this.host = host;
        this.shown = shown;
        this.failure = failure;
        this.how = Excerpt.of(failure.getMessage());
    }

    /** Whether a handshake failure shows that the other side speaks TLS. */
    public static boolean isOfTls(ConnectException failure) {
        return failure.kind() == ConnectException.Cause.TLS
                && (isAboutCertificate(failure)
                        || alert(failure.getMessage()).isPresent()
                        || isAboutVersions(failure.getMessage()));
    }

    /** The diagnosis, in one line; {@code plainHttp} says whether the port speaks HTTP without TLS. */
    String says(boolean plainHttp) {
        if (isAboutCertificate(failure)) {
            return shown.isEmpty() ? certificate("is refused: " + how, ". " + TRUST) : certificate(shown.get(0));
        }
        if (isAboutVersions(failure.getMessage())) {
            return "TLS failed: the server does not support a version of TLS that the suite supports (" + how
                    + "); the suite supports 1.2 and 1.3. Let the server, or the proxy that ends TLS, support one of"
                    + " these.";
        }
        Optional<String> alert = alert(failure.getMessage());
        if (alert.isPresent()) {
            return refusal(alert.get());
        }
        if (plainHttp) {
            return "TLS failed: " + how + ". The server speaks HTTP without TLS: try http: in the URL.";
        }
        return "TLS failed: " + how + ". Check host and port of the URL, and that the server uses TLS there; if it does"
                + " not, give an http: URL.";
    }

    private String certificate(X509Certificate own) {
        Instant now = Instant.now();
        if (own.getNotAfter().toInstant().isBefore(now)) {
            return certificate(
                    "expired on " + own.getNotAfter().toInstant(),
                    ". Renew it, or give --insecure to accept any certificate.");
        }
        if (own.getNotBefore().toInstant().isAfter(now)) {
            return certificate(
                    "is not valid before " + own.getNotBefore().toInstant(),
                    ". Check the clocks of both machines, or give --insecure to accept any certificate.");
        }
        if (how.contains("No subject alternative") || how.contains("No name matching")) {
            return certificate(
                    "is for " + names(own) + ", not for " + host,
                    ". Give a name that it is for in the URL, or --insecure to accept any certificate.");
        }
        if (how.contains("unable to find valid certification path")) {
            return unknownIssuer(own);
        }
        return certificate("is refused: " + how, ". " + TRUST);
    }

    private String unknownIssuer(X509Certificate own) {
        if (own.getIssuerX500Principal().equals(own.getSubjectX500Principal())) {
            return certificate(
                    "is self-signed",
                    ". Give --ca FILE with that certificate to trust it, or --insecure to accept any certificate.");
        }
        return certificate(
                "is signed by " + Excerpt.of(own.getIssuerX500Principal().getName()) + ", which is not trusted",
                (shown.size() == 1
                                ? ". The server sends no other certificate: an intermediate one may be missing. "
                                : ". ")
                        + TRUST);
    }

    private static String certificate(String what, String advice) {
        return "TLS failed: the certificate of the server " + what + advice;
    }

    private String refusal(String alert) {
        String refused = "The server refused the TLS handshake (" + alert + "): ";
        return switch (alert) {
            case "handshake_failure", "insufficient_security" ->
                refused + "it asks for a client certificate, or has no cipher suite in common with the suite. Give"
                        + " \"clientCertificate\" in a target file, or look at the TLS settings of the server.";
            case "unrecognized_name" ->
                refused + "it has no certificate for " + host + ". Give a host name that it knows in the URL.";
            default -> refused + "its log says why. Look at the TLS settings of the server.";
        };
    }

    /** The names that a certificate is valid for, as it lists them. */
    private static String names(X509Certificate certificate) {
        try {
            Collection<List<?>> alternatives = Optional.ofNullable(certificate.getSubjectAlternativeNames())
                    .orElse(List.of());
            String found = alternatives.stream()
                    .filter(name -> name.get(0).equals(DNS_NAME) || name.get(0).equals(IP_ADDRESS))
                    .map(name -> Excerpt.of(String.valueOf(name.get(1))))
                    .limit(5)
                    .collect(Collectors.joining(", "));
            return found.isEmpty() ? commonName(certificate) : found;
        } catch (CertificateParsingException e) {
            return commonName(certificate);
        }
    }

    private static String commonName(X509Certificate certificate) {
        Matcher name = COMMON_NAME.matcher(certificate.getSubjectX500Principal().getName());
        return name.find() ? Excerpt.of(name.group(1)) : "another host";
    }

    /** Whether the suite does not accept the server's certificate. */
    static boolean isAboutCertificate(ConnectException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException) {
                return true;
            }
        }
        return false;
    }

    /** Whether the message reports an alert about versions, or a version that the server chose. */
    private static boolean isAboutVersions(String message) {
        String plain = message.toLowerCase(Locale.ROOT);
        return plain.contains("protocol_version") || plain.contains("protocol version");
    }

    private static Optional<String> alert(String message) {
        Matcher alert = ALERT.matcher(message);
        return alert.find() ? Optional.of(alert.group(1)) : Optional.empty();
    }
}
