package org.rectification.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.rectification.people.PeopleRegister;
import org.rectification.people.PersonEntry;
import org.rectification.people.PersonEntry.DutyEntry;
import org.rectification.people.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People who are away and those who act in their place (代行职责), named through the door that people have. */
public final class StandIn {

    private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);

    private final CheckedRound town;
    private final JdbcClient jdbc;
    private final PeopleRegister register;

    public StandIn(CheckedRound town, JdbcClient jdbc, PeopleRegister register) {
        this.town = town;
        this.jdbc = jdbc;
        this.register = register;
    }

    /** Somebody of the township with a duty that has nothing to do with the round. */
    public String helper(String login, String office) {
        return person(login, office, town.round.town(), Role.RESPONSIBLE_PERSON);
    }

    /** Somebody of county bodies. */
    public String ofTheCounty(String login, Role... bodies) {
        return person(login, "科长", null, bodies);
    }

    /** The branch secretary of one more village of the township. */
    public String village(String login, String code) {
        return person(
                login, "党支部书记", town.round.town(), List.of(new DutyEntry(Role.VILLAGE_SECRETARY, code, null, SINCE)));
    }

    private String person(String login, String office, String town, Role... roles) {
        return person(
                login,
                office,
                town,
                List.of(roles).stream()
                        .map(role -> new DutyEntry(role, null, null, SINCE))
                        .toList());
    }

    private String person(String login, String office, String town, List<DutyEntry> duties) {
        register.person(new PersonEntry(login, "甲" + login, office, town, TestPeople.PASSWORD, duties));
        return login;
    }

    /**
     * From today for ten days.
     *
     * @return id of the substitution
     */
    public String names(String actor, String absent, String substitute) {
        return names(actor, absent, substitute, town.round.today());
    }

    /** From that day for ten days. */
    public String names(String actor, String absent, String substitute, LocalDate today) {
        var answer = town.post(
                actor,
                "/substitutions",
                Map.of(
                        "absent",
                        absent,
                        "substitute",
                        substitute,
                        "startsOn",
                        today.toString(),
                        "endsOn",
                        today.plusDays(10).toString(),
                        "reason",
                        "外出学习"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return CheckedRound.json(answer).path("id").asText();
    }

    public void ends(String actor, String id) {
        var answer = town.post(actor, "/substitutions/" + id + "/end", Map.of());
        if (answer.statusCode() == 409) {
            // The engine was just beginning it: whoever is too fast is asked to try again.
            answer = town.post(actor, "/substitutions/" + id + "/end", Map.of());
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    /** Acts of that kind about a finding, each as {@code actor代absent}, in their order. */
    public List<String> acts(String finding, String kind) {
        return jdbc.sql(
                        """
                        select actor || coalesce('代' || on_behalf_of, '') from rectification.event
                         where finding_id = ? and kind = ? order by id""")
                .params(finding, kind)
                .query(String.class)
                .list();
    }

    /** Acts of that kind about the case as a whole, as {@link #acts}. */
    public List<String> actsOfCase(String kind) {
        return jdbc.sql(
                        """
                        select actor || coalesce('代' || on_behalf_of, '') from rectification.event
                         where round_id = ? and finding_id is null and kind = ? order by id""")
                .params(town.round.roundId(), kind)
                .query(String.class)
                .list();
    }
}
