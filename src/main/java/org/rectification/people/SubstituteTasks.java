package org.rectification.people;

import java.time.LocalDate;

/** The engine's side of a substitution: the tasks that appear to the substitute, and the clock that ends it. */
public interface SubstituteTasks {

    /** @return id of the instance that waits for the first and for the last day */
    String watch(String substitutionId, String organisationId);

    /** The period is over early. */
    void withdrawn(String processInstanceId);

    /** The absent person's open tasks appear to the substitute too; repeating it changes nothing. */
    void share(String absent, String substitute);

    /** What the substitute had taken on goes back, and nothing of the absent person's is visible any more. */
    void takeBack(String absent, String substitute);

    /** @param day first moment of this day in Asia/Shanghai */
    static java.util.Date startOf(LocalDate day, java.time.ZoneId zone) {
        return java.util.Date.from(day.atStartOfDay(zone).toInstant());
    }
}
