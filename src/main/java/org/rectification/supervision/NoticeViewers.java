package org.rectification.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.rectification.people.Duties;
import org.rectification.people.Role;
import org.rectification.people.Visibility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a reader is offered to do about the notices on a page. Asked once per page and therefore a little generous to who
 * holds several duties in several villages; the doors themselves are exact ({@link NoticeHands}).
 */
@Component
class NoticeViewers {

    private final Duties duties;
    private final Visibility visibility;
    private final JdbcClient jdbc;
    private final Clock clock;

    NoticeViewers(Duties duties, Visibility visibility, JdbcClient jdbc, Clock clock) {
        this.duties = duties;
        this.visibility = visibility;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Viewer of(String person) {
        var scope = visibility.scopeOf(person);
        return new Viewer(
                duties.exercised(person),
                scope.organisationId(),
                scope.villages(),
                ledVillages(scope.organisationId()));
    }

    /** Codes of the villages whose branch secretary has a login today. */
    private Set<String> ledVillages(@Nullable String organisationId) {
        return organisationId == null
                ? Set.of()
                : jdbc.sql(
                                """
                                select d.village_code from rectification.duty d
                                  join rectification.person p on p.id = d.person_id and p.active
                                 where d.organisation_id = :organisation and d.role = 'VILLAGE_SECRETARY'
                                   and d.since <= :today and (d.until is null or d.until >= :today)""")
                        .param("organisation", organisationId)
                        .param("today", LocalDate.now(clock))
                        .query(String.class)
                        .set();
    }

    record Viewer(Set<Role> roles, @Nullable String organisationId, Set<String> villages, Set<String> ledVillages) {

        static final Viewer NOBODY = new Viewer(Set.of(), null, Set.of(), Set.of());

        /** Whether who fills in has to write for whom. */
        boolean nameNeeded(Notice notice) {
            return notice.toVillage() && !ledVillages.contains(notice.villageCode());
        }

        boolean ofSender(Notice notice) {
            return roles.contains(notice.sender().role())
                    && (notice.sender().ofCounty() || notice.organisationId().equals(organisationId));
        }

        boolean mayReply(Notice notice) {
            if (notice.state() != NoticeState.WAITING
                    || !notice.organisationId().equals(organisationId)) {
                return false;
            }
            if (notice.toVillage()) {
                return roles.contains(Role.RECTIFICATION_OFFICE)
                        || villages.contains(notice.villageCode())
                                && (roles.contains(Role.VILLAGE_SECRETARY) || roles.contains(Role.VILLAGE_CONTACT));
            }
            return roles.contains(Role.PARTY_SECRETARY)
                    || !notice.toSecretary() && roles.contains(Role.RECTIFICATION_OFFICE);
        }
    }
}
