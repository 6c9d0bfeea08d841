package org.rectification.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.rectification.people.PeopleRegister;
import org.rectification.people.PersonEntry;
import org.rectification.people.PersonEntry.DutyEntry;
import org.rectification.people.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People who are away and those who act in their place (代行职责), named through the door that people have. */
public final class StandIn {

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

    private String person(String login, String office, String town, Role... roles) {
        register.person(new PersonEntry(
                login,
                "甲" + login,
                office,
                town,
                TestPeople.PASSWORD,
                List.of(roles).stream()
                        .map(role -> new DutyEntry(role, null, null, java.time.LocalDate.of(2020, 1, 1)))
                        .toList()));
        return login;
    }

    /**
     * From today for ten days.
     *
     * @return id of the substitution
     */
    public String names(String actor, String absent, String substitute) {
        var today = town.round.today();
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
}
