package org.bitsconformance.report.reproduce;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.report.reproduce.BrokenCase.Packet;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.http.WireBytes;
import org.bitsconformance.transcript.http.WireBytes.Omitted;

/**
 * A Python 3 script that sends packets byte for byte with the standard library, over the same connections as in the
 * run.
 */
final class PythonScript {

    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final Pattern FIELD = Pattern.compile("([^:\r\n]+)(:[ \t]*)(.*?)([ \t]*\r?\n?)", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

    private final BrokenCase broken;
    private final TargetOfRun target;
    private final String url;
    private final long timeoutMillis;
    private final StringBuilder script = new StringBuilder();

    PythonScript(BrokenCase broken, String url, long timeoutMillis) {
        this.broken = broken;
        this.url = url;
        this.target = TargetOfRun.of(url);
        this.timeoutMillis = timeoutMillis;
    }

    String text() {
        script.append("#!/usr/bin/env python3\n").append(ScriptHead.of(broken));
        script.append("RECORDED_URL = ")
                .append(ScriptText.python(url))
                .append(".decode(\"latin-1\")\n")
                .append("LIMIT = ")
                .append(Math.max(1, timeoutMillis) / 1000.0)
                .append('\n');
        script.append(ScriptText.resource("reproduce.py"));
        String last = "";
        for (Packet packet : broken.packets()) {
            packet(packet, packet.exchange().connection().equals(last));
            last = packet.exchange().connection();
        }
        if (broken.ofDelivery()) {
            looked().ifPresent(name -> script.append("look(")
                    .append(ScriptText.python(PacketPart.renamed(name)))
                    .append(")\n"));
        }
        return script.toString();
    }

    private Optional<String> looked() {
        return target.name(
                broken.packets().get(broken.packets().size() - 1).request().target());
    }

    private void packet(Packet packet, boolean again) {
        WireBytes bytes = packet.exchange().request();
        int end = bytes.text().indexOf(END_OF_HEAD);
        int headLength = end < 0 ? bytes.text().length() : end + END_OF_HEAD.length();
        script.append(packet.gives().isPresent() ? "SESSION_" + packet.gives().getAsInt() + " = session_id(" : "");
        script.append("send(\n    ").append(ascii(ScriptHead.title(packet))).append(",\n    ");
        script.append(ascii(packet.exchange().connection())).append(",\n");
        script.append("    ")
                .append(String.join("\n    + ", head(bytes.text().substring(0, headLength), packet)))
                .append(",\n");
        body(bytes.text().substring(headLength), bytes.omitted());
        if (again) {
            script.append("    again=True,\n");
        }
        manner(packet);
        script.append(packet.gives().isPresent() ? "))\n\n" : ")\n\n");
    }

    /** The lines of a head as Python expressions. */
    private List<String> head(String head, Packet packet) {
        List<String> expressions = new ArrayList<>();
        String[] lines = head.isEmpty() ? new String[0] : head.split("(?<=\n)");
        for (int i = 0; i < lines.length; i++) {
            expressions.add(i == 0 ? requestLine(lines[0], packet) : field(lines[i], packet));
        }
        return expressions.isEmpty() ? List.of("b\"\"") : expressions;
    }

    private String requestLine(String line, Packet packet) {
        String asked = packet.request().target();
        int at = line.indexOf(" " + asked);
        boolean whole = !asked.isEmpty() && at >= 0 && line.endsWith("\n");
        String origin = url.substring(0, url.indexOf("://") + 3) + target.authority();
        boolean absolute = asked.startsWith(origin + "/");
        Optional<String> name = target.name(absolute ? asked.substring(origin.length()) : asked);
        if (!whole || name.isEmpty()) {
            return ScriptText.python(PacketPart.renamed(line));
        }
        return ScriptText.python(line.substring(0, at + 1)) + (absolute ? " + url_of(" : " + target(")
                + ScriptText.python(PacketPart.renamed(name.get())) + ") + "
                + ScriptText.python(line.substring(at + 1 + asked.length()));
    }

    private String field(String line, Packet packet) {
        Matcher field = FIELD.matcher(line);
        if (!field.matches()) {
            return ScriptText.python(PacketPart.renamed(line));
        }
        String value = field.group(3);
        Optional<String> variable = switch (field.group(1).strip().toLowerCase(Locale.ROOT)) {
            case "host" -> Optional.of("HOST").filter(host -> value.equals(target.authority()));
            case "authorization" -> Optional.of("authorization()").filter(secret -> value.equals(ScriptHead.MASK));
            case "bits-session-id" ->
                packet.session().stream()
                        .mapToObj(session -> "SESSION_" + session)
                        .filter(session -> packet.request()
                                .sessionId()
                                .filter(value::equals)
                                .isPresent())
                        .findFirst();
            default -> Optional.empty();
        };
        if (variable.isEmpty()) {
            boolean agent = field.group(1).equalsIgnoreCase("User-Agent");
            return agent ? ScriptText.python(line) : ScriptText.python(PacketPart.renamed(line));
        }
        return ScriptText.python(List.of(
                new PacketPart(field.group(1) + field.group(2), false),
                new PacketPart(variable.get(), true),
                new PacketPart(field.group(4), false)));
    }

    private void body(String kept, Optional<Omitted> omitted) {
        List<String> parts = new ArrayList<>();
        if (!kept.isEmpty()) {
            boolean text = kept.chars().allMatch(c -> c == '\r' || c == '\n' || (c >= 0x20 && c < 0x7F));
            parts.add(
                    text
                            ? ScriptText.python(kept)
                            : "base64.b64decode(\""
                                    + Base64.getEncoder().encodeToString(kept.getBytes(StandardCharsets.ISO_8859_1))
                                    + "\")");
        }
        omitted.ifPresent(rest -> parts.add(rest.generated()
                .map(made -> "payload(" + made.seed() + ", " + made.offset() + ", " + rest.length() + ")")
                .orElse("b\"A\" * " + rest.length())));
        if (!parts.isEmpty()) {
            script.append("    ")
                    .append(parts.stream().collect(Collectors.joining(" + ")))
                    .append(",\n");
        }
    }

    /** In which pieces it was sent, or how it was broken off, according to the case's parameters. */
    private void manner(Packet packet) {
        Map<String, String> parameters = broken.of().parameters();
        if (packet.exchange().ending() == Ending.CUT_OFF) {
            String how = parameters.getOrDefault("how", "close");
            script.append("    cut=")
                    .append(ascii(List.of("half-close", "reset").contains(how) ? how : "close"))
                    .append(",\n");
        } else if (packet.request().headers().has("Expect")) {
            script.append("    expect=True,\n");
        } else if (packet.request().is(PacketType.FRAGMENT)
                && packet.exchange().requestOnConnection() == 1
                && List.of("head", "body", "pause").stream()
                        .allMatch(name -> NUMBER.matcher(parameters.getOrDefault(name, ""))
                                .matches())) {
            script.append("    pieces=(")
                    .append(Integer.parseInt(parameters.get("head")))
                    .append(", ")
                    .append(Integer.parseInt(parameters.get("body")))
                    .append(", ")
                    .append(Integer.parseInt(parameters.get("pause")) / 1000.0)
                    .append("),\n");
        }
    }

    /** A printable ASCII text as a Python constant. */
    private static String ascii(String text) {
        return ScriptText.python(text).substring(1);
    }
}
