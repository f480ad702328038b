package org.bitsconformance.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.bitsconformance.result.Capability.Origin;
import org.bitsconformance.transcript.Declared;
import org.bitsconformance.transcript.DeclaredNotification;
import org.bitsconformance.transcript.Probed;
import org.bitsconformance.transcript.RunHeader;

/** The capabilities that the documents leave to the server, in the order of reports. */
final class CapabilityTable {

    private static final String NOT_DECLARED = "not declared";
    private static final String NOT_SEEN = "not seen";

    private final RunHeader header;
    private final Declared declared;
    private final Probed probed;
    private final List<Capability> rows = new ArrayList<>();

    private CapabilityTable(RunHeader header, Probed probed) {
        this.header = header;
        this.declared = header.target().declared();
        this.probed = probed;
    }

    /** The table of a run; {@code deliveryJudged} says whether any upload was found, or missed, at its destination. */
    static List<Capability> of(RunHeader header, Probed probed, boolean deliveryJudged) {
        CapabilityTable table = new CapabilityTable(header, probed);
        table.delivery(deliveryJudged);
        table.limits();
        table.setUp();
        table.surroundings();
        table.probes();
        return List.copyOf(table.rows);
    }

    private void delivery(boolean judged) {
        add(
                "mode",
                header.target().mode(),
                declared.mode() ? Origin.DECLARED : Origin.ASSUMED,
                header.target().mode().equals("upload")
                        ? "a BITS-Reply-URL in an Ack is a failure (fragment.reply-url.absent)"
                        : "the BITS-Reply-URL of the last Ack is judged, and the download of the reply (reply-url.*,"
                                + " download.*)");
        String follows = judged
                ? "delivery is judged (delivery.complete, delivery.cancelled)"
                : "delivery is not judged (delivery.complete, delivery.cancelled)";
        if (header.target().readback().equals("auto")) {
            add("readback", judged ? "by GET at the URL of an upload" : "none found", Origin.PROBED, follows);
        } else {
            add("readback", header.target().readback(), Origin.DECLARED, follows);
        }
    }

    private void limits() {
        limit(
                "maxUpload",
                header.target().maxUpload(),
                "cases with larger uploads are skipped; one drives an upload beyond it");
        limit("maxFragment", header.target().maxFragment(), "cases with larger fragments are skipped");
    }

    private void limit(String name, OptionalLong bytes, String follows) {
        if (bytes.isPresent()) {
            add(name, bytes.getAsLong() + " bytes", Origin.DECLARED, follows);
        } else {
            add(name, "no limit", Origin.ASSUMED, "everything is sent; an answer that says it is too large is a skip");
        }
    }

    private void setUp() {
        declared(
                "overwrite",
                declared.capabilities().overwrite().map(String::valueOf),
                declared.capabilities().overwrite().orElse(false)
                        ? "an upload to a file that exists is judged as any upload; delivery.not-overwritten is skipped"
                        : "delivery.not-overwritten is judged",
                "the answer to an upload to a file that exists is reported; delivery.not-overwritten is skipped");
        declared(
                "hostId",
                declared.capabilities().hostId(),
                declared.host().isPresent()
                        ? "create-session.host-id.configured is judged"
                        : "a BITS-Host-Id in an Ack is a failure (create-session.host-id.configured)",
                "create-session.host-id.configured is skipped; the form of a host id is judged if one is sent");
        declared(
                "hostIdFallbackTimeout",
                declared.capabilities().hostIdFallbackSeconds().stream()
                        .mapToObj(seconds -> seconds + " s")
                        .findFirst(),
                "create-session.fallback-timeout.configured is judged",
                "create-session.fallback-timeout.configured is skipped; the form of the time is judged where one"
                        + " shows");
        String alone = "--parallel drives several cases at once only if it is several";
        if (declared.capabilities().connections().isPresent()) {
            add(
                    "connections",
                    declared.capabilities().connections().get(),
                    Origin.DECLARED,
                    "no second connection is opened to find out; " + alone);
        } else {
            probed("connections", probed.severalConnections().map(several -> several ? "several" : "one"), alone);
        }
    }

    /** What works together with the server: a server application, users, and the session time-out. */
    private void surroundings() {
        declared(
                "notification",
                declared.notification().map(DeclaredNotification::type),
                "the suite plays the server application (notification.*, back-end.*, reply-url.static); where it is"
                        + " notified, notification.copied is judged instead of delivery.complete",
                "no server application is played; what is about notifications is skipped");
        declared(
                "authentication",
                declared.access().scheme(),
                "packets without credentials and with wrong ones are sent (authentication.*)",
                "authentication.* is skipped");
        declared(
                "sessionTimeout",
                declared.limits().sessionTimeoutMillis().stream()
                        .mapToObj(millis -> millis + " ms")
                        .findFirst(),
                "the run waits for it (session-timeout.*)",
                "session-timeout.* is skipped");
    }

    private void probes() {
        probed(
                "keepsConnections",
                probed.keepsConnections().map(String::valueOf),
                "reported only: a connection that ends is opened again");
        probed("errorHeader", probed.errorHeader(), "its name is judged by the dialect (error.code)");
        probed("sessionIdForm", probed.sessionIdForm(), "it is judged by the dialect (create-session.session-id.form)");
    }

    private void declared(String name, Optional<String> value, String follows, String otherwise) {
        add(
                name,
                value.orElse(NOT_DECLARED),
                value.isPresent() ? Origin.DECLARED : Origin.ASSUMED,
                value.isPresent() ? follows : otherwise);
    }

    private void probed(String name, Optional<String> value, String follows) {
        add(name, value.orElse(NOT_SEEN), Origin.PROBED, follows);
    }

    private void add(String name, String value, Origin origin, String follows) {
        rows.add(new Capability(name, value, origin, follows));
    }
}
