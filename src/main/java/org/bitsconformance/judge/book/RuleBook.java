package org.bitsconformance.judge.book;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.ExchangeRule;
import org.bitsconformance.judge.Rule;
import org.bitsconformance.judge.RunRule;
import org.bitsconformance.judge.ack.AckRules;
import org.bitsconformance.judge.application.ApplicationRules;
import org.bitsconformance.judge.client.ClientRules;
import org.bitsconformance.judge.create.CreateRules;
import org.bitsconformance.judge.download.DownloadRules;
import org.bitsconformance.judge.session.SessionRules;
import org.bitsconformance.requirement.Catalogue;
import org.bitsconformance.requirement.Requirement;

/** Every rule: those of the tables about servers, and those about clients, each in the order of the catalogue. */
public final class RuleBook {

    private static final List<String> CATALOGUE =
            Catalogue.load().all().stream().map(Requirement::id).toList();

    private static final List<Rule> RULES = inOrder(Stream.of(
                    AckRules.all(), CreateRules.all(), SessionRules.all(), ApplicationRules.all(), DownloadRules.all())
            .flatMap(List::stream));

    private RuleBook() {}

    /** Every rule about servers, in the order of the catalogue. */
    public static List<Rule> all() {
        return RULES;
    }

    /** Every rule about clients, in the order of the catalogue. */
    public static List<CaseRule> aboutClients() {
        return OfClients.RULES;
    }

    static List<ExchangeRule> ofExchanges() {
        return only(ExchangeRule.class);
    }

    static List<CaseRule> ofCases() {
        return only(CaseRule.class);
    }

    static List<RunRule> ofRuns() {
        return only(RunRule.class);
    }

    private static <T extends Rule> List<T> inOrder(Stream<T> rules) {
        return rules.sorted(Comparator.comparingInt(RuleBook::placeInTheCatalogue))
                .toList();
    }

    private static int placeInTheCatalogue(Rule rule) {
        return CATALOGUE.indexOf(rule.requirement());
    }

    private static <T extends Rule> List<T> only(Class<T> kind) {
        return RULES.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Loaded only where packets of somebody else's client are judged. */
    private static final class OfClients {

        static final List<CaseRule> RULES = inOrder(ClientRules.all().stream());
    }
}
