package org.rectification.people;

import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.rectification.engine.Accounts;
import org.rectification.engine.OwnName;
import org.rectification.refusal.Refusal;
import org.rectification.trail.Trail;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What administrators do in the engine's own pages, taken over into the register in the same transaction. */
@Service
@Transactional
class AccountBook implements Accounts {

    private static final String FIRST_PASSWORD = "您的密码是他人设置的初始密码，请先在右上角“我的资料”中修改密码，再办理事项。";
    private static final String LEFT = "您已离岗，登录已经关闭。";

    private final IdentityService identity;
    private final OwnName ownName;
    private final People people;
    private final Trail trail;
    private final JdbcClient jdbc;

    AccountBook(@Lazy IdentityService identity, OwnName ownName, People people, Trail trail, JdbcClient jdbc) {
        this.identity = identity;
        this.ownName = ownName;
        this.people = people;
        this.trail = trail;
        this.jdbc = jdbc;
    }

    @Override
    public void save(String actor, boolean administrator, User user) {
        var own = actor.equals(user.getId());
        var before = ownName.call(
                () -> identity.createUserQuery().userId(user.getId()).singleResult());
        var person = people.find(user.getId()).orElse(null);
        if (before == null) {
            demandNew(user);
        } else if (person != null && !person.active()) {
            throw Refusal.of("id", "该人员已离岗，登录已经关闭；重新上岗的，请在“人员和分工”中导入。");
        } else if (!administrator && renamed(before, user)) {
            throw Refusal.of("firstName", "姓名和职务由系统管理员维护，本人只能修改密码和联系方式。");
        }
        // Asked now: saving turns the new password into its hash.
        boolean passwordSet = ((UserEntity) user).hasNewPassword();
        demandGoodPassword(user);
        ownName.run(() -> identity.saveUser(user));
        if (before == null) {
            create(actor, user);
        } else if (person != null && renamed(before, user)) {
            rename(actor, person, user);
        }
        if (passwordSet) {
            passwordSet(actor, user.getId(), own);
        }
    }

    private void demandGoodPassword(User user) {
        var password =
                (String) PropertyAccessorFactory.forDirectFieldAccess(user).getPropertyValue("newPassword");
        boolean good = password == null
                || ownName.call(() ->
                        identity.checkPasswordAgainstPolicy(password, user).isValid());
        if (!good) {
            throw Refusal.of("password", "密码至少10位，须同时有大写字母、小写字母、数字和符号，且不得含有登录名、姓名。");
        }
    }

    private static boolean renamed(User before, User after) {
        return !Objects.equals(before.getFirstName(), after.getFirstName())
                || !Objects.equals(before.getLastName(), after.getLastName());
    }

    private static void demandNew(User user) {
        if (user.getId() == null || !user.getId().matches("[a-z0-9-]{1,48}")) {
            throw Refusal.of("id", "登录名只能用小写字母、数字和连字符，最多48位。");
        }
        if (user.getFirstName() == null || user.getFirstName().isBlank()) {
            throw Refusal.of("firstName", "请填写姓名。");
        }
    }

    /** Without any duty and any organisation: these come with the import. */
    private void create(String actor, User user) {
        jdbc.sql(
                        "insert into rectification.person (id, name, office, organisation_id, active) values (?, ?, ?, null, true)")
                .params(user.getId(), user.getFirstName(), officeOf(user))
                .update();
        trail.person(
                actor,
                null,
                user.getId(),
                "PERSON_REGISTERED",
                null,
                Map.of("name", user.getFirstName(), "office", officeOf(user)),
                null);
    }

    private void rename(String actor, Person person, User user) {
        jdbc.sql("update rectification.person set name = ?, office = ? where id = ?")
                .params(user.getFirstName(), officeOf(user), person.id())
                .update();
        trail.person(
                actor,
                person.organisationId(),
                person.id(),
                "PERSON_CHANGED",
                Map.of("name", person.name(), "office", person.office()),
                Map.of("name", user.getFirstName(), "office", officeOf(user)),
                null);
    }

    private static String officeOf(User user) {
        return user.getLastName() == null ? "" : user.getLastName();
    }

    private void passwordSet(String actor, String userId, boolean own) {
        jdbc.sql("update rectification.person set first_password = ? where id = ?")
                .params(!own, userId)
                .update();
        if (!own) {
            trail.person(actor, null, userId, "PASSWORD_SET", null, null, null);
        }
    }

    @Override
    public void joinAdministrators(String actor, String userId) {
        boolean busy = jdbc.sql("select exists (select from rectification.duty where person_id = ? and until is null)")
                .param(userId)
                .query(Boolean.class)
                .single();
        if (busy) {
            throw Refusal.of("userId", "该人员承担业务职责，不能兼任系统管理员，请另设登录名。");
        }
        ownName.run(() -> identity.createMembership(userId, EngineIdentity.ADMINISTRATORS));
        trail.person(actor, null, userId, "ADMINISTRATOR_ADDED", null, null, null);
    }

    @Override
    public void leaveAdministrators(String actor, String userId) {
        boolean last = ownName.call(
                () -> identity.createUserQuery().memberOfGroup(EngineIdentity.ADMINISTRATORS).list().stream()
                        .allMatch(user -> user.getId().equals(userId)));
        if (last) {
            throw Refusal.of("userId", "至少保留一名系统管理员。");
        }
        ownName.run(() -> identity.deleteMembership(userId, EngineIdentity.ADMINISTRATORS));
        trail.person(actor, null, userId, "ADMINISTRATOR_REMOVED", null, null, null);
    }

    @Override
    @Transactional(readOnly = true)
    public String closed(String userId) {
        return jdbc.sql(
                        """
                        select case when not active then ? else ? end from rectification.person
                         where id = ? and (not active or first_password)""")
                .params(LEFT, FIRST_PASSWORD, userId)
                .query(String.class)
                .optional()
                .orElse(null);
    }
}
