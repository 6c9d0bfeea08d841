package org.rectification.finding;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which instance in the engine carries which finding, so that nobody has to search for it by variables. */
@Component
public class FindingInstances {

    private final JdbcClient jdbc;

    FindingInstances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A finding in the engine. */
    public record Instance(String findingId, String processInstanceId) {}

    @Transactional
    public void started(String findingId, String processInstanceId) {
        jdbc.sql("update rectification.finding set process_instance_id = ? where id = ?")
                .params(processInstanceId, findingId)
                .update();
    }

    /** Those of the findings that have an instance already. */
    public List<Instance> of(List<String> findingIds) {
        return jdbc.sql(
                        """
                        select id as finding_id, process_instance_id from rectification.finding
                         where id = any (?) and process_instance_id is not null order by id""")
                .param(findingIds.toArray(String[]::new))
                .query(Instance.class)
                .list();
    }
}
