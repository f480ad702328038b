package org.bitsconformance.judge.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Located;
import org.bitsconformance.judge.ReadBackProof;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.ReadBack;

/**
 * After a Close-Session that was answered 200, the destination holds exactly the bytes that were sent. An upload
 * outside the upload folder is only reported: the documents specify no folder.
 */
public final class UploadIsDelivered implements CaseRule {

    /** Looks without a session are at places where no upload belongs. */
    private static final int OUTSIDE = 0;

    /** Why delivery is not judged if nobody can look. */
    public static final String NOT_JUDGED = "delivery not judged: uploads cannot be read back";

    /** Why delivery is not judged if it is open which bytes should be delivered. */
    private static final String SENT_TWICE =
            "different bytes were sent for one range, and another rule judges which of them stay";

    private static final String ANOTHER =
            "another upload to the same URL finished meanwhile, and what is there may be that";

    @Override
    public String requirement() {
        return "delivery.complete";
    }

    @Override
    public List<Located> judge(CaseHistory history, Context context) {
        List<Located> found = new ArrayList<>();
        for (Step step : history.steps()) {
            if (finishes(step)) {
                int session = step.exchange().session();
                if (!history.notices(session).isEmpty()) {
                    found.add(new Located(
                            history.caseId(),
                            step.exchange().id(),
                            Judgement.skipped("the server application decides about the upload")));
                    continue;
                }
                Judgement judgement = history.readBacks().stream()
                        .filter(look -> look.session() == session)
                        .findFirst()
                        .map(look -> judge(look, history, step, context))
                        .orElseGet(() -> Judgement.skipped(NOT_JUDGED));
                found.add(new Located(history.caseId(), step.exchange().id(), judgement));
            }
        }
        history.steps()
                .forEach(step -> leftOpen(step)
                        .ifPresent(why -> history.readBacks().stream()
                                .filter(look ->
                                        look.session() == step.exchange().session())
                                .findFirst()
                                .ifPresent(look -> found.add(new Located(
                                        history.caseId(), step.exchange().id(), open(look, why))))));
        history.readBacks().stream()
                .filter(look -> look.session() == OUTSIDE && look.same())
                .forEach(look -> found.add(new Located(history.caseId(), "", outside(look))));
        return found;
    }

    private static Judgement judge(ReadBack look, CaseHistory history, Step close, Context context) {
        if (SentTwice.of(history, look.session()).stream().anyMatch(twice -> twice.differs(look))) {
            return Judgement.skipped(SENT_TWICE);
        }
        return !look.same() && anotherFinished(history, close) ? Judgement.skipped(ANOTHER) : judge(look, context);
    }

    /** Whether another session of the same URL finished after this one was created: then either may be there. */
    private static boolean anotherFinished(CaseHistory history, Step close) {
        int session = close.exchange().session();
        List<Step> since = history.steps().stream()
                .dropWhile(step -> step.exchange().session() != session)
                .toList();
        return since.stream()
                .filter(step -> step.exchange().session() != session)
                .filter(step -> step.request().target().equals(close.request().target()))
                .anyMatch(step -> step.after().complete() || step.after().closed());
    }

    /** Whether a packet is a Close-Session that was answered 200 after all bytes of its upload had arrived. */
    static boolean finishes(Step step) {
        return step.is(PacketType.CLOSE_SESSION)
                && step.before().completeIfOpen()
                && step.after().closed()
                && step.answer().filter(answer -> answer.status() == 200).isPresent();
    }

    /** Why it is open what a Close-Session that was answered 200 delivers; empty if it is not. */
    private static Optional<String> leftOpen(Step step) {
        return step.before()
                .leftOpenBy()
                .filter(why -> step.is(PacketType.CLOSE_SESSION))
                .filter(why ->
                        step.answer().filter(answer -> answer.status() == 200).isPresent());
    }

    private static Judgement open(ReadBack look, String why) {
        String seen = look.same() ? "the bytes that were sent" : "not the bytes that were sent";
        return Judgement.observed("After Close-Session " + look.found().where() + " holds " + seen
                + ". It is open what it has to" + " hold: " + why + ".");
    }

    private static Judgement outside(ReadBack look) {
        return Judgement.observed("LOOK AT THIS: an upload lies outside of the upload folder, at "
                + look.found().where()
                + ". The documents do not rule it out, but whoever may upload can put files there.");
    }

    /** What a look at the destination of a finished upload means. */
    public static Judgement judge(ReadBack look, Context context) {
        boolean mustBeReadable = context.uploadSeen() || context.readBackIsDeclared();
        return switch (look.found().presence()) {
            case FOUND -> look.same() ? Judgement.held() : other(look, mustBeReadable, context.readBacks());
            case ABSENT -> mustBeReadable ? absent(look) : Judgement.skipped(NOT_JUDGED);
            case UNREADABLE ->
                mustBeReadable
                        ? Judgement.notJudged("the destination could not be read: " + status(look))
                        : Judgement.skipped(NOT_JUDGED);
        };
    }

    private static Judgement other(ReadBack look, boolean mustBeReadable, ReadBackProof proof) {
        return mustBeReadable || proof.tells(look)
                ? different(look, proof)
                : Judgement.skipped("delivery not judged: " + proof.anyName().orElseThrow()
                        + ", and no upload came back as it was sent");
    }

    private static Judgement different(ReadBack look, ReadBackProof proof) {
        String actual = look.found().length().orElse(0)
                + (look.found().told()
                        ? " bytes with SHA-256 " + look.found().sha256().orElse("") + ", as the server says"
                        : " bytes, first difference at "
                                + look.firstDifference().orElse(0));
        return Judgement.broken(
                look.sent().expectedLength()
                        + (look.found().told()
                                ? " bytes with SHA-256 " + look.sent().expectedSha256()
                                : " bytes, those that were sent"),
                actual,
                "After Close-Session " + look.found().where() + " has other bytes than were sent: " + actual + ", of "
                        + look.sent().expectedLength() + " sent."
                        + (proof.tells(look)
                                ? ""
                                : " Look at the server's GET first: "
                                        + proof.anyName().orElseThrow() + "."));
    }

    private static Judgement absent(ReadBack look) {
        return Judgement.broken(
                look.sent().expectedLength() + " bytes, those that were sent",
                "nothing (" + status(look) + ")",
                "After Close-Session there is nothing at " + look.found().where() + " (" + status(look) + ").");
    }

    private static String status(ReadBack look) {
        return look.found().status().isPresent()
                ? "status " + look.found().status().getAsInt()
                : "no file";
    }
}
