package org.bitsconformance.report.reproduce;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.bitsconformance.report.reproduce.BrokenCase.Packet;
import org.bitsconformance.requirement.Requirement;
import org.bitsconformance.result.Finding;

/** The comment at the top of a script, and the title of each packet. */
final class ScriptHead {

    /** Replaces secrets in a record. */
    static final String MASK = "***";

    private static final int LONGEST_TITLE = 200;

    private ScriptHead() {}

    /** The requirement, what was seen, and where to look, as comments. */
    static String of(BrokenCase broken) {
        Requirement requirement = broken.requirement().requirement();
        Finding finding = broken.finding();
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("found", finding.message());
        lines.put("expected", finding.expected());
        lines.put("actual", finding.actual());
        lines.put("requirement", requirement.id() + " (" + broken.requirement().level() + ")");
        lines.put("statement", requirement.statement());
        lines.put("written in", requirement.shortCitations());
        lines.put("case", finding.caseId());
        lines.put("shown by", shownBy(broken));
        lines.put("in a server", broken.requirement().lookAt(finding));
        StringBuilder head =
                new StringBuilder(ScriptText.comment("The packets that broke a requirement, once more.")).append("#\n");
        lines.forEach((word, text) -> {
            if (!text.isEmpty()) {
                head.append(ScriptText.comment(word + ": " + text));
            }
        });
        masked(broken.packets())
                .forEach(name -> head.append(ScriptText.comment("The record does not have the value of the header "
                        + name + ", which was sent too: put it in, or leave it out.")));
        return head.append("#\n").toString();
    }

    private static String shownBy(BrokenCase broken) {
        if (broken.ofDelivery()) {
            return "what is at the destination in the end";
        }
        String id = broken.finding().exchange();
        String after = broken.ofOneConnection() ? ", and what comes after it on its connection" : "";
        return id.isEmpty() ? "the answers together" : "the answer to the packet " + id + after;
    }

    /** The packet, and how it was answered in the run. */
    static String title(Packet packet) {
        String type = packet.request()
                .headers()
                .first("BITS-Packet-Type")
                .orElse(packet.request().method());
        String range = packet.request()
                .headers()
                .first("Content-Range")
                .map(value -> " " + value)
                .orElse("");
        String answer = packet.exchange().answer().text();
        String first = answer.isEmpty() ? "nothing" : answer.split("\r?\n", 2)[0];
        return ScriptText.ascii(packet.exchange().id() + " " + type + range + "; in the run: " + first, LONGEST_TITLE);
    }

    /** Names of the headers whose values are masked, except credentials. */
    private static List<String> masked(List<Packet> packets) {
        TreeSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        packets.stream()
                .flatMap(packet -> packet.request().headers().fields().stream())
                .filter(field -> field.value().contains(MASK) && !field.named("Authorization"))
                .forEach(field -> names.add(field.name()));
        return List.copyOf(names);
    }
}
