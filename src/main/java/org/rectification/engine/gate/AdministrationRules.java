package org.rectification.engine.gate;

import java.util.Date;
import java.util.Set;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.rectification.engine.Accounts;
import org.rectification.refusal.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What administrators may do, and what of it everybody may do to the own account. */
@Component
class AdministrationRules {

    static final String ADMINISTRATORS = "camunda-admin";
    private static final Set<String> REPAIRING = Set.of(ADMINISTRATORS, "inspection-office");

    private static final String BY_IMPORT = "人员的角色和所在单位由“人员和分工”导入维护，请在“人员和分工”页面导入后生效。";
    private static final String NEVER_DELETED = "人员不得删除，只能停用：请在“人员和分工”导入表中将其状态填为“离岗”。";

    private final DoorAnswers answers;
    private final ObjectProvider<ProcessEngine> engine;
    private final ObjectProvider<Accounts> accounts;

    AdministrationRules(DoorAnswers answers, ObjectProvider<ProcessEngine> engine, ObjectProvider<Accounts> accounts) {
        this.answers = answers;
        this.engine = engine;
        this.accounts = accounts;
    }

    void administer(Command<?> command, Authentication person) {
        demand(administers(person));
    }

    private static boolean administers(Authentication person) {
        return person.getGroupIds() != null && person.getGroupIds().contains(ADMINISTRATORS);
    }

    /**
     * Everybody may change the own password; only administrators may touch another account. The register of people saves
     * it, with what it knows of the person, in one transaction.
     */
    void saveUser(Command<?> command, Authentication person) {
        User user = CommandFields.read(command, "user");
        if (!person.getUserId().equals(user.getId())) {
            administer(command, person);
        }
        byTheRegister(accounts -> accounts.save(person.getUserId(), administers(person), user));
    }

    /** Who belongs to which group and which organisation is told by the register's own import, and nowhere else. */
    void join(Command<?> command, Authentication person) {
        administer(command, person);
        demandAdministratorsGroup(command);
        byTheRegister(
                accounts -> accounts.joinAdministrators(person.getUserId(), CommandFields.read(command, "userId")));
    }

    void leave(Command<?> command, Authentication person) {
        administer(command, person);
        demandAdministratorsGroup(command);
        byTheRegister(
                accounts -> accounts.leaveAdministrators(person.getUserId(), CommandFields.read(command, "userId")));
    }

    void tenant(Command<?> command, Authentication person) {
        administer(command, person);
        throw answers.refused(Refusal.of("tenant", BY_IMPORT));
    }

    void deleteUser(Command<?> command, Authentication person) {
        administer(command, person);
        throw answers.refused(Refusal.of("id", NEVER_DELETED));
    }

    private void demandAdministratorsGroup(Command<?> command) {
        if (!ADMINISTRATORS.equals(CommandFields.<String>read(command, "groupId"))) {
            throw answers.refused(Refusal.of("group", BY_IMPORT));
        }
    }

    private void byTheRegister(Consumer<Accounts> act) {
        try {
            Trusted.call(engine.getObject(), () -> {
                act.accept(accounts.getObject());
                return null;
            });
        } catch (Refusal refusal) {
            throw answers.refused(refusal);
        }
        throw answers.done();
    }

    /** Whoever has left, or still has a password that somebody else set, does nothing but change that password. */
    void demandOpen(Command<?> command, Authentication person) {
        var why = Trusted.call(engine.getObject(), () -> accounts.getObject().closed(person.getUserId()));
        if (why != null) {
            throw answers.refused(Refusal.of("password", why));
        }
    }

    /** An incident is repaired by giving its job new tries, at once: never by putting off what is due. */
    void repairJob(Command<?> command, Authentication person) {
        demand(person.getGroupIds() != null && person.getGroupIds().stream().anyMatch(REPAIRING::contains));
        Date due = CommandFields.read(command, "dueDate");
        demand(due == null || !due.after(ClockUtil.getCurrentTime()));
    }

    private void demand(boolean condition) {
        if (!condition) {
            throw answers.forbidden();
        }
    }
}
