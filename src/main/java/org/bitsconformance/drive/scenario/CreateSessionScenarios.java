package org.bitsconformance.drive.scenario;

import java.util.Locale;
import org.bitsconformance.drive.client.Adaptation.Subject;
import org.bitsconformance.drive.client.BitsClient;
import org.bitsconformance.drive.client.Outgoing;
import org.bitsconformance.drive.client.Upload;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.transcript.Declared;
import org.bitsconformance.transcript.http.Headers;

/** Create-Session as it should be: negotiation of the protocol (MC-BUP 2.2.2, 3.2.5.2.4; Win32 create-session). */
class CreateSessionScenarios {

    private static final long SIZE = 1000;

    @Scenario(
            id = "create-session",
            about = Subject.CONNECTIONS,
            title = "Create-Session with only the BITS 1.5 GUID, on a connection that is fresh (no Ping before it) or"
                    + " used",
            exercises = {
                "create-session.status",
                "create-session.session-id",
                "create-session.session-id.form",
                "create-session.protocol",
                "create-session.protocol.offered",
                "answer.packet-type",
                "answer.content-length",
                "error.code.absent",
                "error.context.absent"
            })
    void create(Case parameters, BitsClient client) {
        Upload upload = client.upload(SIZE);
        if (parameters.text("connection").equals("used")) {
            client.setUp(client::ping);
        }
        upload.create();
    }

    @Scenario(
            id = "protocol-list",
            title = "Lists with the BITS 1.5 GUID among others that no server knows, delimited by single spaces",
            exercises = {
                "create-session.status",
                "create-session.protocol",
                "create-session.protocol.offered",
                "create-session.session-id"
            })
    void protocolList(Case parameters, BitsClient client) {
        client.upload(SIZE)
                .creating()
                .replacing(BitsHeaders.SUPPORTED_PROTOCOLS, list(parameters, "space"))
                .send();
    }

    @Scenario(
            id = "protocol-list-commas",
            title = "Lists delimited by commas, which MC-BUP allows and the Win32 pages do not",
            exercises = {"create-session.protocols.commas"})
    void protocolListWithCommas(Case parameters, BitsClient client) {
        client.upload(SIZE)
                .creating()
                .replacing(BitsHeaders.SUPPORTED_PROTOCOLS, list(parameters, parameters.text("delimiter")))
                .send();
    }

    @Scenario(
            id = "protocol-pairs",
            title = "Every pair of values of the parameters of the list and of the packet around it",
            exercises = {"answer.packet-type", "answer.content-length"})
    void protocolListPairwise(Case parameters, BitsClient client) {
        if (parameters.text("ping").equals("yes")) {
            client.setUp(client::ping);
        }
        Outgoing packet = client.upload(SIZE)
                .creating()
                .replacing(BitsHeaders.SUPPORTED_PROTOCOLS, list(parameters, parameters.text("delimiter")));
        (parameters.text("name").equals("yes") ? packet : packet.without(BitsHeaders.CONTENT_NAME)).send();
    }

    @Scenario(
            id = "create-content-name",
            title = "Create-Session with and without Content-Name",
            exercises = {"create-session.status", "create-session.session-id"})
    void contentName(Case parameters, BitsClient client) {
        Outgoing packet = client.upload(SIZE).creating();
        (parameters.text("name").equals("yes") ? packet : packet.without(BitsHeaders.CONTENT_NAME)).send();
    }

    @Scenario(
            id = "create-again",
            title = "Create-Session for the URL of an upload that has already begun",
            exercises = {"answer.sent", "answer.packet-type"})
    void createAgain(Case parameters, BitsClient client) {
        Upload first = client.upload(SIZE);
        client.setUp(() -> StageOfSession.named(parameters.text("state")).reach(first));
        client.open(() -> client.uploads().to(first).creating().send());
    }

    @Scenario(
            id = "overwrite-refused",
            title = "An upload to an existing file, if the target file says that files are not replaced",
            exercises = {"delivery.not-overwritten"})
    void overwriteRefused(Case parameters, BitsClient client) {
        Upload first = uploadedFirst(client, false);
        Upload second = client.uploads().to(first);
        client.open(() -> {
            if (second.creating().send().success() && second.isOpen()) {
                second.sendRest(SIZE);
                second.close();
            }
        });
    }

    @Scenario(
            id = "overwrite",
            title = "An upload to an existing file, if the target file says that files are replaced",
            exercises = {"create-session.status", "close-session.status", "delivery.complete"})
    void overwrite(Case parameters, BitsClient client) {
        Upload second = client.uploads().to(uploadedFirst(client, true));
        second.create();
        second.sendRest(SIZE);
        second.close();
        second.destination().readBack();
    }

    @Scenario(
            id = "overwrite-shorter",
            title = "An upload to a larger existing file, if the target file says that files are replaced",
            exercises = {"create-session.status", "close-session.status", "delivery.complete"})
    void overwriteShorter(Case parameters, BitsClient client) {
        Upload second = client.uploads().to(uploadedFirst(client, true), SIZE / 2);
        second.create();
        second.sendRest(SIZE);
        second.close();
        second.destination().readBack();
    }

    private static Upload uploadedFirst(BitsClient client, boolean replacing) {
        boolean may = client.target()
                .declared()
                .capabilities()
                .overwrite()
                .orElseThrow(() -> client.notApplicable("the target declares no overwrite"));
        if (may != replacing) {
            throw client.notApplicable("the target declares overwrite: " + may);
        }
        Upload upload = client.upload(SIZE);
        client.setUp(() -> StageOfSession.CLOSED.reach(upload));
        upload.destination().readBack();
        return upload;
    }

    @Scenario(
            id = "host-id",
            title = "Create-Session, if the target file says which host id the server sends, or that it sends none",
            exercises = {
                "create-session.host-id.configured",
                "create-session.host-id.form",
                "create-session.fallback-timeout",
                "create-session.fallback-timeout.configured",
                "create-session.fallback-timeout.form"
            })
    void hostId(Case parameters, BitsClient client) {
        Declared declared = client.target().declared();
        if (declared.capabilities().hostId().isEmpty()) {
            throw client.notApplicable("the target declares no hostId");
        }
        Headers headers = client.upload(SIZE).creating().send().headers();
        if (declared.host().isEmpty()) {
            throw client.notApplicable("the target declares that it has no host id");
        }
        if (!headers.has(BitsHeaders.HOST_ID)) {
            throw client.notApplicable("the answer has no " + BitsHeaders.HOST_ID + " to be judged");
        }
        if (declared.capabilities().hostIdFallbackSeconds().isEmpty()) {
            throw client.notApplicable("the target declares no hostIdFallbackTimeout");
        }
        if (!headers.has(BitsHeaders.HOST_ID_FALLBACK_TIMEOUT)) {
            throw client.notApplicable("the answer has no " + BitsHeaders.HOST_ID_FALLBACK_TIMEOUT + " to be judged");
        }
    }

    @Scenario(
            id = "odd-destination",
            title = "Create-Session for a destination with an unusual name: the answer is only reported",
            exercises = {"answer.sent"})
    void oddDestination(Case parameters, BitsClient client) {
        Upload upload = client.uploads().named(SIZE, parameters.text("name"));
        client.open(() -> upload.creating().send());
    }

    @Scenario(
            id = "header-spelling",
            title = "A whole upload with header names in another case, or with unknown headers",
            exercises = {
                "create-session.status",
                "fragment.status.next",
                "close-session.status",
                "session-id.echoed",
                "delivery.complete"
            })
    void headerSpelling(Case parameters, BitsClient client) {
        Upload upload = client.upload(SIZE);
        respelt(parameters, upload.creating()).send();
        if (!upload.isOpen()) {
            throw client.prerequisiteMissing("Create-Session gave no session");
        }
        respelt(parameters, upload.fragmenting(0, SIZE - 1)).send();
        respelt(parameters, upload.closing()).send();
        upload.destination().readBack();
    }

    private static Outgoing respelt(Case parameters, Outgoing packet) {
        return switch (parameters.text("names")) {
            case "upper" -> packet.respelling(name -> name.toUpperCase(Locale.ROOT));
            case "lower" -> packet.respelling(name -> name.toLowerCase(Locale.ROOT));
            case "extra" -> packet.with("X-Bits-Conformance", "unknown").with("BITS-Future", "1");
            default -> throw new IllegalArgumentException(parameters.text("names"));
        };
    }

    private static String list(Case parameters, String delimiter) {
        return ProtocolList.with(
                parameters.text("position"),
                (int) parameters.number("others"),
                parameters.text("letters"),
                (int) parameters.number("times"),
                delimiter);
    }
}
