package org.bitsconformance.judge.cause;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.transcript.http.Answer;

/** Errors have an HTML page as their body, whether they are Acks or not. */
public final class ErrorsAreHtml implements CauseFinder {

    private static final int FEWEST = 3;
    private static final int NEARLY_ALL = 80;

    @Override
    public String id() {
        return "errors-are-html";
    }

    @Override
    public Optional<Shown> find(Evidence evidence) {
        if (!shown(evidence)) {
            return Optional.empty();
        }
        List<Step> pages = pages(errors(evidence));
        Set<String> inAcks = Shown.ids(pages.stream()
                .filter(step -> step.ack().filter(Answer::ofTheProtocol).isPresent())
                .toList());
        Set<String> miscounted = Shown.ids(pages.stream()
                .filter(step -> step.ack().filter(ErrorsAreHtml::isMiscounted).isPresent())
                .toList());
        return Shown.at(
                pages,
                finding -> inAcks.contains(finding.exchange())
                        ? finding.ofForm()
                                && finding.requirement().startsWith("answer.")
                                && !miscounted.contains(finding.exchange())
                        : finding.ofForm() || finding.saysMissing());
    }

    /**
     * Whether the length states only a part of a page, or more than the page; the page itself is not the cause of that.
     */
    private static boolean isMiscounted(Answer ack) {
        return !ack.complete()
                || ack.framing() == Answer.Framing.UNTIL_CLOSE
                || (ack.excess() > 0 && !ack.body().isEmpty());
    }

    /** Whether nearly all errors are HTML pages. */
    static boolean shown(Evidence evidence) {
        List<Step> errors = errors(evidence);
        List<Step> pages = pages(errors);
        return pages.size() >= FEWEST && Contrast.share(errors, pages::contains) >= NEARLY_ALL;
    }

    private static List<Step> errors(Evidence evidence) {
        return evidence.steps(Outcomes::error);
    }

    private static List<Step> pages(List<Step> errors) {
        return errors.stream()
                .filter(step -> step.ack().filter(Outcomes::isHtml).isPresent())
                .toList();
    }
}
