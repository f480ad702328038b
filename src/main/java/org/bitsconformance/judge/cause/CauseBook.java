package org.bitsconformance.judge.cause;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Every cause that the suite can name. */
public final class CauseBook {

    /** A cause must explain at least this percentage of a requirement's findings. */
    private static final int NEARLY_ALL = 80;

    /** If several causes together explain all findings, each must explain at least this percentage. */
    private static final int FAIR_SHARE = 20;

    private static final List<CauseFinder> FINDERS = List.of(
            new SessionTiedToConnection(),
            new NoSharedSessions(),
            new OneConnection(),
            new ContentAsText(),
            new WrongOffset(),
            new Offsets32Bit(),
            new NoSessionTable(),
            new SessionNeverEnds(),
            new PacketTypeCase(),
            new ValuesNotTrimmed(),
            new ProtocolsComparedWhole(),
            ProtocolsByPlace.first(),
            ProtocolsByPlace.last(),
            new ProtocolsNotRead(),
            new ProtocolsLetterCase(),
            new RangeComparedAsText(),
            new RangeNotChecked(),
            new HeaderMisspelt(),
            new ExceptionWithoutAck(),
            new ErrorsAreHtml(),
            new ErrorWithSuccessStatus(),
            new OneStatusForErrors(),
            new ErrorCodeNeverSent(),
            new ErrorCodeSaysNothing(),
            new ErrorFieldsMissing(),
            new ErrorFieldsOnSuccess(),
            new AnswerWithoutLength(),
            new BodyLeftUnread());

    private CauseBook() {}

    /** All of them, in the order of the search. */
    public static List<CauseFinder> all() {
        return FINDERS;
    }

    /** The causes of the findings, the one that explains most first. A defect that explains nothing is not a cause. */
    public static List<FoundCause> find(Evidence evidence) {
        if (evidence.broken().isEmpty()) {
            return List.of();
        }
        Map<String, Shown> shown = new LinkedHashMap<>();
        FINDERS.forEach(finder -> finder.find(evidence).ifPresent(one -> shown.put(finder.id(), one)));
        Map<String, List<String>> explained = new LinkedHashMap<>();
        evidence.broken().stream()
                .collect(Collectors.groupingBy(Broken::requirement, LinkedHashMap::new, Collectors.toList()))
                .forEach((requirement, findings) -> causes(findings, shown)
                        .forEach(id -> explained
                                .computeIfAbsent(id, none -> new ArrayList<>())
                                .add(requirement)));
        return shown.keySet().stream()
                .filter(explained::containsKey)
                .map(id -> new FoundCause(id, explained.get(id), shown.get(id).exchanges()))
                .sorted(Comparator.comparing(cause -> -cause.explains().size()))
                .toList();
    }

    /** Ids of the causes of a requirement's findings: each one that explains nearly all, or several that explain all. */
    private static List<String> causes(List<Broken> findings, Map<String, Shown> shown) {
        List<String> alone = explaining(findings, shown, NEARLY_ALL);
        if (!alone.isEmpty()) {
            return alone;
        }
        boolean together = findings.stream()
                .allMatch(finding ->
                        shown.values().stream().anyMatch(one -> one.explains().test(finding)));
        return together ? explaining(findings, shown, FAIR_SHARE) : List.of();
    }

    private static List<String> explaining(List<Broken> findings, Map<String, Shown> shown, int share) {
        return shown.entrySet().stream()
                .filter(entry -> {
                    long of = findings.stream()
                            .filter(entry.getValue().explains())
                            .count();
                    return of * 100 >= (long) share * findings.size();
                })
                .map(Map.Entry::getKey)
                .toList();
    }
}
