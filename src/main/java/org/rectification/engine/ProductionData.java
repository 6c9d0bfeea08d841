package org.rectification.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Refuses a production start on a database that holds invented people: their password stands in the manual. */
@Component
@Profile("production")
class ProductionData extends AbstractProcessEnginePlugin {

    /** Every invented place and person carries the mark 演示 in its name; users without a name are known by theirs. */
    private static final String DEMO_PEOPLE =
            """
            select (select count(*) from public.act_id_user
                    where id_ in ('qx-secretary', 'bs-secretary')
                       or coalesce(first_, '') || coalesce(last_, '') like '%演示%')
                 + (select count(*) from public.act_id_tenant where name_ like '%演示%')
            """;

    private final JdbcTemplate jdbc;

    ProductionData(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        Long invented = jdbc.queryForObject(DEMO_PEOPLE, Long.class);
        if (invented != null && invented > 0) {
            throw new StartRefused("数据库中有演示人员或演示单位，不得用于生产 / The database holds demo people or demo places and must not"
                    + " be used in production.");
        }
    }
}
