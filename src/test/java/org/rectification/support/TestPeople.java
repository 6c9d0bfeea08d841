package org.rectification.support;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rectification.people.PeopleRegister;
import org.rectification.people.PersonEntry;
import org.rectification.people.PersonEntry.DutyEntry;
import org.rectification.people.Role;

/**
 * Townships of any size for tests. In township {@code big} with prefix {@code b} there are {@code b-secretary},
 * {@code b-leader1} to {@code b-leader3}, {@code b-clerk}, {@code b-discipline}, {@code b-person1} to {@code b-person4}
 * and, for each village {@code b-v1}, {@code b-v2}, …, its secretary {@code b-village1}, {@code b-village2}, …; leaders
 * and responsible people take turns at being in charge of, and contact for, the villages.
 */
public final class TestPeople {

    /** Accepted by the password policy; every login has it. */
    public static final String PASSWORD = "Rectify!2026";

    private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);
    private static final List<String> AREAS = List.of("PARTY_LINE", "ORGANISATION", "CONDUCT", "CARRY_OVER");
    private static final int LEADERS = 3;

    private final PeopleRegister register;

    public TestPeople(PeopleRegister register) {
        this.register = register;
    }

    /** @param prefix of all logins and village codes, without the hyphen */
    public void township(String code, String prefix, int villages) {
        register.organisation(code, "大坪镇党委（演示）");
        add(code, prefix + "-secretary", "党委书记", duty(Role.PARTY_SECRETARY));
        add(code, prefix + "-clerk", "整改办联络员", duty(Role.RECTIFICATION_OFFICE));
        add(code, prefix + "-discipline", "纪委书记", duty(Role.TOWNSHIP_DISCIPLINE));
        for (int leader = 0; leader < LEADERS; leader++) {
            var duties = new ArrayList<DutyEntry>();
            everyNth(AREAS.size(), LEADERS, leader)
                    .forEach(area -> duties.add(field(Role.LEADERSHIP_MEMBER, AREAS.get(area))));
            everyNth(villages, LEADERS, leader)
                    .forEach(village -> duties.add(village(Role.VILLAGE_LEADER, prefix, village)));
            add(code, prefix + "-leader" + (leader + 1), "副镇长", duties.toArray(DutyEntry[]::new));
        }
        for (int person = 0; person < AREAS.size(); person++) {
            var duties = Stream.concat(
                    Stream.of(field(Role.RESPONSIBLE_PERSON, AREAS.get(person))),
                    everyNth(villages, AREAS.size(), person)
                            .mapToObj(village -> village(Role.VILLAGE_CONTACT, prefix, village)));
            add(code, prefix + "-person" + (person + 1), "办公室主任", duties.toArray(DutyEntry[]::new));
        }
        for (int village = 0; village < villages; village++) {
            add(
                    code,
                    prefix + "-village" + (village + 1),
                    "第" + (village + 1) + "村（演示）党支部书记",
                    village(Role.VILLAGE_SECRETARY, prefix, village));
        }
    }

    private void add(String code, String id, String office, DutyEntry... duties) {
        register.person(new PersonEntry(id, "甲" + id, office, code, PASSWORD, List.of(duties)));
    }

    private static IntStream everyNth(int count, int n, int first) {
        return IntStream.iterate(first, index -> index < count, index -> index + n);
    }

    private static DutyEntry duty(Role role) {
        return new DutyEntry(role, null, null, SINCE);
    }

    private static DutyEntry field(Role role, String area) {
        return new DutyEntry(role, null, area, SINCE);
    }

    private static DutyEntry village(Role role, String prefix, int index) {
        return new DutyEntry(role, prefix + "-v" + (index + 1), null, SINCE);
    }
}
