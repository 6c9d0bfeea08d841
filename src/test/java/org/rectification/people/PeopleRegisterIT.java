package org.rectification.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.junit.jupiter.api.Test;
import org.rectification.engine.ActingAs;
import org.rectification.people.PersonEntry.DutyEntry;
import org.rectification.refusal.Refusal;
import org.rectification.support.RectificationTest;
import org.rectification.support.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

@RectificationTest
class PeopleRegisterIT {

    private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);

    @Autowired
    PeopleRegister register;

    @Autowired
    People people;

    @Autowired
    Duties duties;

    @Autowired
    IdentityService identity;

    @Autowired
    ActingAs actingAs;

    @Autowired
    JdbcClient jdbc;

    @Value("${rectification.demo.password}")
    String password;

    @Test
    void everyDemoLoginOfTheManualExistsAndMayLogIn() {
        var logins = Stream.of(
                        Stream.of("admin", "office", "team", "discipline", "cadre"),
                        township("qx", 6),
                        township("bs", 2))
                .flatMap(each -> each)
                .toList();
        assertThat(logins).allSatisfy(login -> {
            assertThat(people.find(login)).as(login).isPresent();
            assertThat(identity.checkPassword(login, password)).as(login).isTrue();
        });
        assertThat(identity.createUserQuery()
                        .userIdIn(logins.toArray(String[]::new))
                        .count())
                .isEqualTo(logins.size());
    }

    private static Stream<String> township(String prefix, int villages) {
        return Stream.of(
                        Stream.of("secretary", "clerk", "discipline"),
                        IntStream.rangeClosed(1, 3).mapToObj(i -> "leader" + i),
                        IntStream.rangeClosed(1, 4).mapToObj(i -> "person" + i),
                        IntStream.rangeClosed(1, villages).mapToObj(i -> "village" + i))
                .flatMap(each -> each)
                .map(each -> prefix + "-" + each);
    }

    @Test
    void theDemoTownshipsHaveSomebodyForEveryAreaAndEveryVillage() {
        assertThat(duties.secretary("qingxi-town")).isEqualTo("qx-secretary");
        assertThat(duties.clerk("baishi-town")).isEqualTo("bs-clerk");
        for (String area : List.of("PARTY_LINE", "CONDUCT", "ORGANISATION", "CARRY_OVER")) {
            // The commission verifies: were it also the portfolio's leader, it would review what it verifies.
            assertThat(duties.portfolioLeader("qingxi-town", area)).isPresent().isNotEqualTo("qx-discipline");
            assertThat(duties.responsiblePerson("baishi-town", area)).isPresent();
        }
        for (int village = 1; village <= 6; village++) {
            assertThat(duties.ofVillage("qingxi-town", Role.VILLAGE_SECRETARY, "qx-v" + village))
                    .contains("qx-village" + village);
            assertThat(duties.ofVillage("qingxi-town", Role.VILLAGE_LEADER, "qx-v" + village))
                    .isPresent();
            assertThat(duties.ofVillage("qingxi-town", Role.VILLAGE_CONTACT, "qx-v" + village))
                    .isPresent();
        }
        assertThat(people.organisationName("qingxi-town")).contains("清溪镇党委（演示）");
    }

    @Test
    void whoHoldsTwoPortfoliosIsNamedOnce() {
        assertThat(duties.holders("qingxi-town", Role.LEADERSHIP_MEMBER))
                .containsExactly("qx-leader1", "qx-leader2", "qx-leader3", "qx-discipline");
    }

    @Test
    void aPersonBelongsToTheGroupsOfTheDutiesAndToTheTenantOfTheOrganisation() {
        assertThat(groups("qx-person1")).containsExactlyInAnyOrder("responsible-person", "village-contact");
        assertThat(groups("admin")).containsExactly("camunda-admin");
        assertThat(tenants("qx-person1")).containsExactly("qingxi-town");
        assertThat(tenants("office")).contains("qingxi-town", "baishi-town");
        assertThat(identity.createGroupQuery()
                        .groupId("camunda-admin")
                        .singleResult()
                        .getName())
                .isEqualTo("系统管理员");
    }

    @Test
    void readingTheListInAgainChangesNothing() {
        var testPeople = new TestPeople(register);
        testPeople.township("daping-town", "dp", 30);
        long rows = rows();
        testPeople.township("daping-town", "dp", 30);
        assertThat(rows()).isEqualTo(rows);
        assertThat(people.of("daping-town")).hasSize(40);
        assertThat(identity.checkPassword("dp-village30", TestPeople.PASSWORD)).isTrue();
    }

    private long rows() {
        return jdbc.sql(
                        """
                        select (select count(*) from rectification.duty) + (select count(*) from rectification.person)
                          + (select count(*) from act_id_user) + (select count(*) from act_id_membership)
                          + (select count(*) from act_id_tenant_member) + (select count(*) from act_ru_authorization)""")
                .query(Long.class)
                .single();
    }

    @Test
    void aDutyThatIsNoLongerNamedEndsWithItsGroup() {
        township("nanpu-town");
        register.person(entry("np-one", "nanpu-town", duty(Role.RECTIFICATION_OFFICE), duty(Role.LEADERSHIP_MEMBER)));
        register.person(entry("np-one", "nanpu-town", duty(Role.RECTIFICATION_OFFICE)));
        assertThat(groups("np-one")).containsExactly("rectification-office");
        assertThat(duties.holds("np-one", Role.LEADERSHIP_MEMBER)).isFalse();
        assertThat(duties.holds("np-one", Role.RECTIFICATION_OFFICE, "nanpu-town"))
                .isTrue();
    }

    @Test
    void anOrganisationHasOneSecretary() {
        township("beigou-town");
        register.person(entry("bg-one", "beigou-town", duty(Role.PARTY_SECRETARY)));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> register.person(entry("bg-two", "beigou-town", duty(Role.PARTY_SECRETARY))))
                .withMessageContaining("已有党委书记");
        assertThat(identity.createUserQuery().userId("bg-two").count()).isZero();
        // The database holds the same, whoever writes there.
        register.person(entry("bg-two", "beigou-town"));
        assertThatThrownBy(() -> jdbc.sql(
                                """
                                insert into rectification.duty (person_id, organisation_id, role, since)
                                values ('bg-two', 'beigou-town', 'PARTY_SECRETARY', '2026-01-01')""")
                        .update())
                .hasMessageContaining("duty_one_secretary");
    }

    @Test
    void everyMistakeOfAnEntryIsNamedAtOnce() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> register.person(
                        entry("Wrong Id", "nowhere-town", duty(Role.INSPECTION_OFFICE), duty(Role.VILLAGE_SECRETARY))))
                .satisfies(refusal -> assertThat(refusal.violations())
                        .extracting(Refusal.Violation::field)
                        .containsExactly("id", "organisationId", "duties", "duties"));
    }

    @Test
    void whatTheEngineRefusesLeavesNoTraceInOurTables() {
        township("weak-town");
        var weak = new PersonEntry("wk-one", "某人", "干事", "weak-town", "short", List.of());
        assertThatThrownBy(() -> register.person(weak)).hasMessageContaining("Password does not match policy");
        assertThat(people.find("wk-one")).isEmpty();
    }

    @Test
    void whoLeavesKeepsTheNameAndLosesTheLogin() {
        township("xiaqiao-town");
        register.person(entry("xq-one", "xiaqiao-town", duty(Role.RECTIFICATION_OFFICE)));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> register.deactivate("xq-one"))
                .withMessageContaining("请先登记接任人员");
        register.person(entry("xq-two", "xiaqiao-town", duty(Role.RECTIFICATION_OFFICE)));
        register.deactivate("xq-one");
        assertThat(identity.checkPassword("xq-one", TestPeople.PASSWORD)).isFalse();
        assertThat(groups("xq-one")).isEmpty();
        assertThat(tenants("xq-one")).isEmpty();
        assertThat(duties.clerk("xiaqiao-town")).isEqualTo("xq-two");
        assertThat(people.name("xq-one")).isEqualTo("甲xq-one");
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> register.deactivate("xq-one"));
    }

    @Test
    void theRegisterActsInItsOwnRightAndGivesTheActorBack() {
        township("donghu-town");
        actingAs.run("office", () -> {
            register.person(entry("dh-one", "donghu-town", duty(Role.RECTIFICATION_OFFICE)));
            assertThat(identity.getCurrentAuthentication().getUserId()).isEqualTo("office");
        });
        assertThat(identity.createUserQuery().userId("dh-one").count()).isEqualTo(1);
    }

    @Test
    void anUnknownLoginIsShownAsItIsAndTheClockAsTheSystem() {
        assertThat(people.name("nobody")).isEqualTo("nobody");
        assertThat(people.name("system")).isEqualTo("系统");
    }

    private void township(String code) {
        register.organisation(code, code + "（演示）");
    }

    private static PersonEntry entry(String id, String organisation, DutyEntry... held) {
        return new PersonEntry(id, "甲" + id, "干事", organisation, TestPeople.PASSWORD, List.of(held));
    }

    private static DutyEntry duty(Role role) {
        return new DutyEntry(role, null, null, SINCE);
    }

    private List<String> groups(String personId) {
        return identity.createGroupQuery().groupMember(personId).list().stream()
                .map(Group::getId)
                .toList();
    }

    private List<String> tenants(String personId) {
        return identity.createTenantQuery().userMember(personId).includingGroupsOfUser(true).list().stream()
                .map(Tenant::getId)
                .toList();
    }
}
