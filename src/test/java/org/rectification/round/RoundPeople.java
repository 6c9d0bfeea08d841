package org.rectification.round;

import java.time.LocalDate;
import org.camunda.bpm.engine.IdentityService;
import org.rectification.people.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The invented people that a round needs, where the application has not made them already. */
public final class RoundPeople {

    public static final String PASSWORD = "Rectify!2026";

    private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);

    private final JdbcClient jdbc;
    private final IdentityService identity;

    public RoundPeople(JdbcClient jdbc, IdentityService identity) {
        this.jdbc = jdbc;
        this.identity = identity;
    }

    /** Two townships with their people, and {@code office}, {@code team}. */
    public void move() {
        person("office", null, Role.INSPECTION_OFFICE, null, null);
        person("team", null, Role.INSPECTION_TEAM, null, null);
        township("qingxi-town", "qx");
        township("baishi-town", "bs");
    }

    private void township(String id, String prefix) {
        jdbc.sql("insert into rectification.organisation (id, name) values (?, ?) on conflict do nothing")
                .params(id, id + "(演示)")
                .update();
        person(prefix + "-secretary", id, Role.PARTY_SECRETARY, null, null);
        person(prefix + "-clerk", id, Role.RECTIFICATION_OFFICE, null, null);
        person(prefix + "-discipline", id, Role.TOWNSHIP_DISCIPLINE, null, null);
        person(prefix + "-leader1", id, Role.LEADERSHIP_MEMBER, null, "CONDUCT");
        person(prefix + "-leader1", id, Role.VILLAGE_LEADER, prefix + "-v1", null);
        person(prefix + "-person1", id, Role.RESPONSIBLE_PERSON, null, "CONDUCT");
        person(prefix + "-village1", id, Role.VILLAGE_SECRETARY, prefix + "-v1", null);
    }

    private void person(String login, String organisationId, Role role, String village, String area) {
        jdbc.sql(
                        """
                        insert into rectification.person (id, name, office, organisation_id) values (?, ?, ?, ?)
                        on conflict do nothing""")
                .params(login, login + "(演示)", role.label(), organisationId)
                .update();
        jdbc.sql(
                        """
                        insert into rectification.duty (person_id, organisation_id, role, village_code, area, since)
                        select ?, ?, ?, ?, ?, ? where not exists (
                            select from rectification.duty where role = ? and organisation_id is not distinct from ?
                               and village_code is not distinct from ? and area is not distinct from ?)""")
                .params(login, organisationId, role.name(), village, area, SINCE)
                .params(role.name(), organisationId, village, area)
                .update();
        if (identity.createUserQuery().userId(login).count() == 0) {
            var user = identity.newUser(login);
            user.setFirstName(login);
            user.setLastName("(演示)");
            user.setPassword(PASSWORD);
            identity.saveUser(user);
        }
    }
}
