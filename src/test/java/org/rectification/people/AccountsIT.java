package org.rectification.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectification.support.Browserless;
import org.rectification.support.RectificationTest;
import org.rectification.support.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Camunda Admin and its interface: what works there is in the register too, the rest is refused with the way to go. */
@RectificationTest
class AccountsIT {

    private static final String ADMIN_API = "/camunda/api/engine/engine/default";

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identity;

    @Autowired
    PeopleRegister register;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    private Browserless admin;

    @BeforeEach
    void login() {
        admin = new Browserless(port, "admin", TestPeople.PASSWORD).loggedIn();
        new TestPeople(register).township("ac-town", "ac", 1);
    }

    private String create(String door, String id) {
        var answer = admin.at(
                door,
                "POST",
                "/user/create",
                """
                {"profile":{"id":"%s","firstName":"褚新人","lastName":"干事","email":""},"credentials":{"password":"First!Pass2026"}}"""
                        .formatted(id));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        return id;
    }

    @ParameterizedTest
    @ValueSource(strings = {Browserless.REST, ADMIN_API})
    void aLoginCreatedInAdminIsInTheRegisterWithoutAnyDuty(String door) {
        var id = create(door, door.equals(ADMIN_API) ? "ac-new1" : "ac-new2");
        var person = people.find(id).orElseThrow();
        assertThat(person.name()).isEqualTo("褚新人");
        assertThat(person.office()).isEqualTo("干事");
        assertThat(person.organisationId()).isNull();
        assertThat(identity.createGroupQuery().groupMember(id).count()).isZero();
        assertThat(trailOf(id)).containsExactly("PERSON_REGISTERED admin", "PASSWORD_SET admin");
        var own = new Browserless(port, id, "First!Pass2026");
        assertThat(own.at("/api", "POST", "/substitutions", "{}").body()).contains("初始密码");
    }

    @Test
    void aNewNameAndANewPasswordReachTheRegister() {
        var renamed = admin.at(
                Browserless.REST,
                "PUT",
                "/user/ac-person1/profile",
                "{\"id\":\"ac-person1\",\"firstName\":\"卫改名\",\"lastName\":\"所长\",\"email\":\"\"}");
        assertThat(renamed.statusCode()).as(renamed.body()).isEqualTo(204);
        assertThat(people.find("ac-person1").orElseThrow().name()).isEqualTo("卫改名");
        var reset = admin.at(
                Browserless.REST,
                "PUT",
                "/user/ac-person1/credentials",
                "{\"password\":\"Reset!Pass2026\",\"authenticatedUserPassword\":\"" + TestPeople.PASSWORD + "\"}");
        assertThat(reset.statusCode()).as(reset.body()).isEqualTo(204);
        assertThat(identity.checkPassword("ac-person1", "Reset!Pass2026")).isTrue();
        assertThat(new Browserless(port, "ac-person1", "Reset!Pass2026")
                        .at("/api", "POST", "/substitutions", "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(trailOf("ac-person1")).contains("PERSON_CHANGED admin", "PASSWORD_SET admin");
    }

    @Test
    void nobodyRenamesThemselvesAndNobodySetsSomebodyElsesPassword() {
        var own = new Browserless(port, "ac-person2", TestPeople.PASSWORD);
        var renamed = own.at(
                Browserless.REST,
                "PUT",
                "/user/ac-person2/profile",
                "{\"id\":\"ac-person2\",\"firstName\":\"蒋书记\",\"lastName\":\"党委书记\",\"email\":\"\"}");
        assertThat(renamed.statusCode()).isEqualTo(422);
        assertThat(renamed.body()).contains("由系统管理员维护");
        var foreign = own.at(
                Browserless.REST,
                "PUT",
                "/user/ac-person3/credentials",
                "{\"password\":\"Stolen!Pass2026\",\"authenticatedUserPassword\":\"" + TestPeople.PASSWORD + "\"}");
        assertThat(foreign.statusCode()).isBetween(400, 404);
        assertThat(identity.checkPassword("ac-person3", TestPeople.PASSWORD)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {Browserless.REST, ADMIN_API})
    void groupsAndOrganisationsAreForTheImportAlone(String door) {
        for (var path : List.of(
                "/group/inspection-office/members/admin",
                "/group/party-secretary/members/ac-person3",
                "/tenant/ac-town/user-members/admin")) {
            var answer = admin.at(door, "PUT", path, "{}");
            assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(422);
            assertThat(answer.body()).contains("“人员和分工”");
        }
        for (var path :
                List.of("/group/responsible-person/members/ac-person3", "/tenant/ac-town/user-members/ac-person3")) {
            var answer = admin.at(door, "DELETE", path, null);
            assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(422);
            assertThat(answer.body()).contains("“人员和分工”");
        }
        assertThat(identity.createGroupQuery().groupMember("admin").list())
                .extracting(group -> group.getId())
                .containsExactly("camunda-admin");
    }

    @ParameterizedTest
    @ValueSource(strings = {Browserless.REST, ADMIN_API})
    void peopleAreNeverDeleted(String door) {
        var answer = admin.at(door, "DELETE", "/user/ac-person4", null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("只能停用");
        assertThat(identity.createUserQuery().userId("ac-person4").count()).isEqualTo(1);
    }

    @Test
    void whoeverHoldsDutiesIsNoAdministratorAndOneAlwaysRemains() {
        var busy = admin.at(Browserless.REST, "PUT", "/group/camunda-admin/members/ac-clerk", "{}");
        assertThat(busy.statusCode()).as(busy.body()).isEqualTo(422);
        assertThat(busy.body()).contains("不能兼任系统管理员");
        create(Browserless.REST, "ac-second");
        assertThat(admin.at(Browserless.REST, "PUT", "/group/camunda-admin/members/ac-second", "{}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(admin.at(Browserless.REST, "DELETE", "/group/camunda-admin/members/ac-second", null)
                        .statusCode())
                .isEqualTo(204);
        assertThat(trailOf("ac-second")).contains("ADMINISTRATOR_ADDED admin", "ADMINISTRATOR_REMOVED admin");
    }

    @Test
    void whoeverHasLeftGetsNoNewPassword() {
        register.person(new PersonEntry("ac-gone", "甲ac-gone", "干事", "ac-town", TestPeople.PASSWORD, List.of()));
        register.deactivate("ac-gone");
        var answer = admin.at(
                Browserless.REST,
                "PUT",
                "/user/ac-gone/credentials",
                "{\"password\":\"Reset!Pass2026\",\"authenticatedUserPassword\":\"" + TestPeople.PASSWORD + "\"}");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("已离岗");
    }

    private List<String> trailOf(String person) {
        return jdbc.sql("select kind || ' ' || actor from rectification.event where person_id = ? order by id")
                .param(person)
                .query(String.class)
                .list();
    }
}
