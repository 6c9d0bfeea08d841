package org.rectification.engine.gate;

import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.rectification.engine.InPlaceOf;
import org.rectification.refusal.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The choke point: the outermost interceptor of the engine, which every door passes, however a request found its way.
 * What people send is checked here; what our own code does inside a command, in a job or in an application service is
 * not theirs and passes. On the way back a {@link Refusal} deep inside becomes the answer that the person reads.
 */
class GateInterceptor extends CommandInterceptor {

    /** Tries for a person's command that collided with another one: the other has won by the second try. */
    private static final int TRIES = 4;

    private static final Logger LOG = LoggerFactory.getLogger(GateInterceptor.class);
    private static final Set<String> LISTS = Set.of("LIST", "LIST_PAGE");
    private static final Set<String> COLLISIONS = Set.of("40001", "40P01");

    /** How the engine begins what it says of another tenant's things, and of a task that is done; it has no types for these. */
    private static final List<String> NOT_THERE = List.of("ENGINE-13034", "Cannot find task with id");

    private final Supplier<ProcessEngine> engine;
    private final AllowedCommands allowed;
    private final QueryGuard queries;
    private final DoorAnswers answers;

    GateInterceptor(Supplier<ProcessEngine> engine, AllowedCommands allowed, QueryGuard queries, DoorAnswers answers) {
        this.engine = engine;
        this.allowed = allowed;
        this.queries = queries;
        this.answers = answers;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (Context.getCommandContext() != null) {
            return next.execute(command);
        }
        // Whoever acts in somebody's place does so for this request alone.
        return InPlaceOf.call(InPlaceOf.current(), () -> atTheDoor(command));
    }

    private <T> T atTheDoor(Command<T> command) {
        var door = EngineDoor.current();
        var person =
                engine.get() == null ? null : engine.get().getIdentityService().getCurrentAuthentication();
        if (person != null && person.getUserId() != null) {
            allowed.ruleFor(command).orElseThrow(answers::forbidden).check(command, person);
        } else if (door != null && !allowed.allowedBeforeLogin(command)) {
            throw answers.forbidden();
        } else if (door == null) {
            return translated(command, null);
        }
        if (!(command instanceof AbstractQuery<?, ?> query)) {
            return translated(command, door);
        }
        queries.refuseExpressions(query);
        return door != null && door.limited() && isList(query) ? limited(command, query) : translated(command, door);
    }

    private <T> T limited(Command<T> command, AbstractQuery<?, ?> query) {
        queries.limit(query);
        T result = translated(command, EngineDoor.current());
        queries.refuseCut(query, result);
        return result;
    }

    private <T> T translated(Command<T> command, EngineDoor door) {
        for (int attempt = 1; ; attempt++) {
            try {
                return next.execute(command);
            } catch (RuntimeException failure) {
                var refusal = find(failure, Refusal.class);
                if (refusal != null) {
                    throw door == null ? refusal : answers.refused(refusal);
                }
                if (!collided(failure)) {
                    throw door == null ? failure : told(failure, command);
                }
                if (door == null || attempt == TRIES || TransactionSynchronizationManager.isActualTransactionActive()) {
                    // The job executor tries again after an optimistic lock without counting it as a failure.
                    throw failure instanceof OptimisticLockingException
                            ? failure
                            : new OptimisticLockingException(
                                    "the database rolled back one of two colliding transactions", failure);
                }
            }
        }
    }

    /**
     * What the caller hears. What belongs to another organisation does not exist for that person, although the engine
     * speaks of a server error; who may not act reads so in Chinese, and whatever broke inside is for the log alone.
     */
    private RuntimeException told(RuntimeException failure, Command<?> command) {
        if (failure instanceof ProcessEngineException
                && NOT_THERE.stream().anyMatch(String.valueOf(failure.getMessage())::startsWith)) {
            return answers.unknown();
        }
        if (failure instanceof AuthorizationException && !allowed.reads(command)) {
            return answers.notYours();
        }
        return technical(failure) ? fault(failure) : failure;
    }

    /** Something that is not the engine's own word to the caller broke inside: the database, a listener, a delegate. */
    private static boolean technical(Throwable failure) {
        return causes(failure)
                .anyMatch(cause -> !cause.getClass().getName().startsWith("org.camunda.")
                        && !(cause instanceof WebApplicationException));
    }

    private RuntimeException fault(RuntimeException failure) {
        var number = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Fault {} at an engine door", number, failure);
        return answers.fault(number);
    }

    private static boolean collided(Throwable failure) {
        var sql = find(failure, SQLException.class);
        return find(failure, OptimisticLockingException.class) != null
                || (sql != null && sql.getSQLState() != null && COLLISIONS.contains(sql.getSQLState()));
    }

    private static <E extends Throwable> E find(Throwable failure, Class<E> type) {
        return causes(failure)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, cause -> cause == cause.getCause() ? null : cause.getCause());
    }

    private static boolean isList(AbstractQuery<?, ?> query) {
        return LISTS.contains(String.valueOf(
                PropertyAccessorFactory.forDirectFieldAccess(query).getPropertyValue("resultType")));
    }
}
