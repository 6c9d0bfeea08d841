package org.rectification.people;

import java.util.List;
import java.util.Optional;
import org.rectification.engine.CurrentPerson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who a login is. */
@Service("people")
public class People {

    private static final String COLUMNS = "select id, name, office, organisation_id, active from rectification.person ";

    private final JdbcClient jdbc;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The name to show; a login that nobody registered is shown as it is, what the clock did as 系统. */
    public String name(String id) {
        return CurrentPerson.SYSTEM.equals(id)
                ? "系统"
                : find(id).map(Person::name).orElse(id);
    }

    public Optional<Person> find(String id) {
        return jdbc.sql(COLUMNS + "where id = ?").param(id).query(Person.class).optional();
    }

    /** Everybody active in the organisation, by login. */
    public List<Person> of(String organisationId) {
        return jdbc.sql(COLUMNS + "where organisation_id = ? and active order by id")
                .param(organisationId)
                .query(Person.class)
                .list();
    }

    /** The display name of a registered organisation. */
    public Optional<String> organisationName(String organisationId) {
        return jdbc.sql("select name from rectification.organisation where id = ?")
                .param(organisationId)
                .query(String.class)
                .optional();
    }
}
