package org.rectification.period;

import java.util.HashSet;
import java.util.Set;
import org.rectification.people.Duties;
import org.rectification.people.Role;
import org.rectification.refusal.Refusal;
import org.rectification.round.CaseKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Nobody accepts what they did themselves, whichever substitution (代行职责) puts them in the place of the one who accepts. The
 * trail tells who did it and in whose place, also when that substitution is long over.
 */
@Component
public class OtherHands {

    private static final String OWN_WORK = "不能审核本人办理、代行办理或者由他人代为办理的事项，请由其他有权人员审核；需要修改的，可以退回。";

    private final JdbcClient jdbc;
    private final Duties duties;

    OtherHands(JdbcClient jdbc, Duties duties) {
        this.jdbc = jdbc;
        this.duties = duties;
    }

    /**
     * Demands that the actor had no hand in the latest act of that kind about this thing.
     *
     * @param role for which the actor accepts; its own holder is not bound by also standing in for whoever did it
     * @param kind of the act, as the trail names it
     * @param field of what the trail keeps about the act, by which the thing is known
     * @throws Refusal for whoever did it, in whose place it was done, or who stands in today for one of these
     */
    public void demand(String actor, Role role, CaseKey key, String kind, String field, Object value) {
        var hands = hands(key, kind, field, String.valueOf(value));
        var alsoIn =
                duties.holds(actor, role, key.organisationId()) ? Set.of(actor) : Set.copyOf(duties.everybodyIn(actor));
        if (alsoIn.stream().anyMatch(hands::contains)) {
            throw Refusal.of("decision", OWN_WORK);
        }
    }

    private Set<String> hands(CaseKey key, String kind, String field, String value) {
        var hands = new HashSet<String>();
        jdbc.sql(
                        """
                        select actor, on_behalf_of from rectification.event
                         where round_id = ? and organisation_id = ? and kind = ? and after ->> ? = ?
                         order by id desc limit 1""")
                .params(key.roundId(), key.organisationId(), kind, field, value)
                .query(row -> {
                    hands.add(row.getString("actor"));
                    if (row.getString("on_behalf_of") != null) {
                        hands.add(row.getString("on_behalf_of"));
                    }
                });
        return hands;
    }
}
