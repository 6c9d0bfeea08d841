package org.rectification.finding;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.rectification.people.Duties;
import org.rectification.people.Role;
import org.rectification.refusal.Refusal;
import org.rectification.trail.Trail;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who answers for a finding from the first day: the leader in charge of the village or of the portfolio, and the person
 * closest to it (S16), with the branch or office that person works for; a village's own is its party branch. Where nobody
 * holds the duty, the Secretary and the clerk do.
 */
@Component
class DefaultOwners {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Duties duties;
    private final Trail trail;

    DefaultOwners(JdbcClient jdbc, JdbcTemplate batches, Duties duties, Trail trail) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.duties = duties;
        this.trail = trail;
    }

    /** Marks the findings as open since the day, and gives owners to those without. */
    void open(String roundId, String organisationId, LocalDate day, String actor) {
        var given = give(roundId, organisationId, day);
        trail.organisation(
                actor,
                roundId,
                organisationId,
                "LEDGER_OPENED",
                Map.of("opened_on", day.toString(), "findings", given));
    }

    /** As {@link #open}, without a word in the trail. @return how many findings */
    int give(String roundId, String organisationId, LocalDate day) {
        var owners = new HashMap<String, Owners>();
        var rows = jdbc.sql(
                        """
                        select f.id, f.village_code, f.area, v.name from rectification.finding f
                          left join rectification.village v on v.round_id = f.round_id
                            and v.organisation_id = f.organisation_id and v.code = f.village_code
                         where f.round_id = ? and f.organisation_id = ? and f.opened_on is null order by f.id""")
                .params(roundId, organisationId)
                .query((row, number) -> {
                    var village = row.getString("village_code");
                    var area = row.getString("area");
                    var branch = row.getString("name");
                    var found = owners.computeIfAbsent(
                            village == null ? "area:" + area : "village:" + village + ":" + area,
                            key -> village == null
                                    ? ofTown(organisationId, area)
                                    : ofVillage(organisationId, village, branch, area));
                    return new Object[] {day, found.leader(), found.branch(), found.person(), row.getString("id")};
                })
                .list();
        batches.batchUpdate(
                """
                update rectification.finding set opened_on = ?, responsible_leader = ?, responsible_branch = ?,
                    responsible_person = ?, version = version + 1 where id = ?""",
                rows);
        return rows.size();
    }

    private Owners ofTown(String organisationId, String area) {
        var leader = duties.portfolioLeader(organisationId, area).orElseGet(() -> duties.secretary(organisationId));
        var person = duties.responsiblePerson(organisationId, area).orElseGet(() -> duties.clerk(organisationId));
        return new Owners(leader, branchOf(person), person);
    }

    private Owners ofVillage(String organisationId, String village, String branch, String area) {
        var leader = duties.ofVillage(organisationId, Role.VILLAGE_LEADER, village)
                .or(() -> duties.portfolioLeader(organisationId, area))
                .orElseGet(() -> duties.secretary(organisationId));
        var person = duties.ofVillage(organisationId, Role.VILLAGE_SECRETARY, village)
                .or(() -> duties.ofVillage(organisationId, Role.VILLAGE_CONTACT, village))
                .orElseGet(() -> duties.clerk(organisationId));
        return new Owners(leader, branch, person);
    }

    private String branchOf(String person) {
        return jdbc.sql(
                        """
                        select p.office, o.name from rectification.person p
                          join rectification.organisation o on o.id = p.organisation_id where p.id = ?""")
                .param(person)
                .query((row, number) -> Branches.ofOffice(row.getString("office"), row.getString("name")))
                .single();
    }

    /** @throws Refusal when the person does not belong to the organisation */
    void demandMember(String organisationId, String person, String field) {
        var member = jdbc.sql(
                        "select exists (select from rectification.person where id = ? and organisation_id = ? and active)")
                .params(person, organisationId)
                .query(Boolean.class)
                .single();
        if (!member) {
            throw Refusal.of(field, "责任领导和责任人员必须是本单位在职人员。");
        }
    }
}
