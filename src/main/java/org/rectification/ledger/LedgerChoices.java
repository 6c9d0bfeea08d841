package org.rectification.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import org.rectification.deadline.Profiles;
import org.rectification.people.Visibility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person may look for in the ledger: only rounds, places and people that stand in findings they see. */
@Service
public class LedgerChoices {

    private final JdbcClient jdbc;
    private final Visibility visibility;
    private final LedgerRows rows;
    private final Profiles profiles;

    LedgerChoices(JdbcClient jdbc, Visibility visibility, LedgerRows rows, Profiles profiles) {
        this.jdbc = jdbc;
        this.visibility = visibility;
        this.rows = rows;
        this.profiles = profiles;
    }

    /** The newest round first. */
    @Transactional(readOnly = true)
    public List<Round> rounds(String personId) {
        var cases = visibility.cases(personId);
        var rounds = new LinkedHashMap<String, Round>();
        jdbc.sql(
                        """
                        select r.id, r.round_number, r.batch, r.inspection_team, r.profile, c.organisation_id, c.name
                          from rectification.inspected_organisation c join rectification.round r on r.id = c.round_id
                         where (%s) order by r.registered_at desc, r.id, c.position"""
                                .formatted(cases.sql()))
                .params(cases.params())
                .query(row -> {
                    var profile = row.getString("profile");
                    var label = row.getString("round_number") + row.getString("batch") + "（"
                            + row.getString("inspection_team") + "）";
                    rounds.computeIfAbsent(
                                    row.getString("id"),
                                    id -> new Round(id, label, areas(profile), new java.util.ArrayList<>()))
                            .organisations()
                            .add(new Choice(row.getString("organisation_id"), row.getString("name")));
                });
        return List.copyOf(rounds.values());
    }

    /** Villages and people of one case. */
    @Transactional(readOnly = true)
    public OfCase of(String personId, String roundId, String organisationId) {
        var selection = rows.select(personId, LedgerFilter.ofCase(roundId, organisationId));
        return new OfCase(
                distinct(
                        selection,
                        """
                        select v.code as value, v.name as label from rectification.village v
                         where v.round_id = :round and v.organisation_id = :organisation
                           and v.code in (select f.village_code %s) order by v.position"""),
                distinct(
                        selection,
                        """
                        select p.id as value, p.name as label from rectification.person p
                         where p.id in (select f.responsible_leader %s) order by p.id"""),
                distinct(
                        selection,
                        """
                        select p.id as value, p.name as label from rectification.person p
                         where p.id in (select f.responsible_person %s) order by p.id"""));
    }

    private List<Choice> distinct(LedgerRows.Selection selection, String sql) {
        return jdbc.sql(sql.formatted(LedgerRows.FROM + selection.condition()))
                .params(selection.params())
                .query(Choice.class)
                .list();
    }

    private List<Choice> areas(String profileId) {
        return profiles.find(profileId).stream()
                .flatMap(profile -> profile.areas().value().stream())
                .map(area -> new Choice(area.code(), area.label()))
                .toList();
    }

    /** What may be chosen, and its words. */
    public record Choice(String value, String label) {}

    public record Round(String id, String label, List<Choice> areas, List<Choice> organisations) {}

    public record OfCase(List<Choice> villages, List<Choice> leaders, List<Choice> people) {}
}
