package org.bitsconformance.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitsconformance.target.Quoted;

/** Says in one line what a YAML parser found wrong, in the words of somebody who writes the file. */
final class YamlSyntax {
    /** The parser's last remark and its place; earlier remarks describe the context. */
    private static final Pattern REMARK =
            Pattern.compile("(?m)^(\\S[^\\n]*(?:\\n\\([0-9]+\\))?)\\n in '[^']*', line ([0-9]+),");

    private static final Pattern CANNOT_START = Pattern.compile("found character '(.+)' that cannot start any token.*");

    private YamlSyntax() {}

    static InvalidFileException explain(String file, JsonProcessingException failure) {
        String message = failure.getOriginalMessage();
        Matcher remark = REMARK.matcher(message);
        String problem = "";
        int line = Math.max(1, failure.getLocation().getLineNr());
        while (remark.find()) {
            problem = remark.group(1);
            line = Integer.parseInt(remark.group(2));
        }
        return InvalidFileException.at(file, line, cause(message, problem));
    }

    private static String cause(String message, String problem) {
        if (message.startsWith("while scanning an alias")) {
            return "a text that begins with * needs quotes, such as \"*\"";
        }
        if (message.startsWith("Expected a field name")) {
            return "not valid YAML: a key must be a text; put a value that begins with { in quotes";
        }
        Matcher cannotStart = CANNOT_START.matcher(problem);
        if (cannotStart.matches()) {
            return cannotStart.group(1).contains("TAB")
                    ? "not valid YAML: a tab cannot indent; use spaces"
                    : "not valid YAML: a text that begins with " + cannotStart.group(1) + " needs quotes";
        }
        if (problem.startsWith("mapping values are not allowed here")) {
            return "not valid YAML: a key cannot be here; check the indentation, and put a text with \": \" in"
                    + " quotes";
        }
        if (isBadEscape(message, problem)) {
            return "not valid YAML: \\ in double quotes starts an escape; use single quotes for a plain \\";
        }
        if (problem.endsWith("but got ?")) {
            return "not valid YAML: between [ ] or { } a text with ? needs quotes";
        }
        return problem.isEmpty() ? "not valid YAML" : "not valid YAML: " + Quoted.escape(problem);
    }

    private static boolean isBadEscape(String message, String problem) {
        return message.startsWith("while scanning a double-quoted scalar")
                && (problem.startsWith("found unknown escape") || !problem.startsWith("found"));
    }
}
