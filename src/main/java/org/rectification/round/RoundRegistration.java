package org.rectification.round;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rectification.people.Duties;
import org.rectification.people.Role;
import org.rectification.privacy.PersonalData;
import org.rectification.privacy.PersonalDataGuard;
import org.rectification.round.Registration.AlreadyRegistered;
import org.rectification.round.Registration.Conflict;
import org.rectification.round.Registration.Registered;
import org.rectification.round.Registration.Rejected;
import org.rectification.round.intake.Problem;
import org.rectification.round.intake.RoundIntake;
import org.rectification.round.intake.RoundRequest;
import org.rectification.trail.Trail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Registers rounds: the one way into the ledger, whichever door was knocked at (S01–S08). */
@Service
public class RoundRegistration {

    private final RoundIntake intake;
    private final RoundLedger ledger;
    private final RoundProcess process;
    private final Trail trail;
    private final Duties duties;
    private final TransactionTemplate transaction;
    private final PersonalDataGuard personalData;

    RoundRegistration(
            RoundIntake intake,
            RoundLedger ledger,
            RoundProcess process,
            Trail trail,
            Duties duties,
            TransactionTemplate transaction,
            PersonalDataGuard personalData) {
        this.personalData = personalData;
        this.intake = intake;
        this.ledger = ledger;
        this.process = process;
        this.trail = trail;
        this.duties = duties;
        this.transaction = transaction;
    }

    /**
     * Checks a round and, without a mistake in it, registers it with everything that belongs to it and starts its process,
     * all in one transaction.
     *
     * @param utf8 the round as JSON
     * @param actor login of the person who asks
     * @throws AccessDeniedException unless the actor is of the inspection office
     */
    public Registration register(byte[] utf8, String actor) {
        demandInspectionOffice(actor);
        return register(intake.check(utf8), actor);
    }

    /**
     * As {@link #register(byte[], String)}, of text that is decoded already.
     *
     * @param businessKey null or blank, or exactly what the round's own would be
     */
    public Registration register(String json, String businessKey, String actor) {
        demandInspectionOffice(actor);
        var checked = intake.check(json);
        if (checked.isAccepted()
                && businessKey != null
                && !businessKey.isBlank()
                && !businessKey.equals(checked.round().businessKey())) {
            return new Rejected(List.of(
                    Problem.at("", "businessKey", "businessKey", checked.round().businessKey())));
        }
        return register(checked, actor);
    }

    /**
     * What {@link #register} would say of this round, without writing anything; the canonical JSON is what a person
     * confirms.
     *
     * @throws AccessDeniedException unless the actor is of the inspection office
     */
    public Preview preview(String json, String actor) {
        demandInspectionOffice(actor);
        var checked = intake.check(json);
        return new Preview(
                checked.isAccepted() ? ContentHash.canonical(checked.round()) : null,
                checked.problems(),
                checked.warnings());
    }

    /** @throws AccessDeniedException unless the actor is of the inspection office */
    public void demandInspectionOffice(String actor) {
        if (!duties.holds(actor, Role.INSPECTION_OFFICE)) {
            throw new AccessDeniedException("only the inspection office registers rounds");
        }
    }

    private Registration register(RoundIntake.Checked checked, String actor) {
        return checked.isAccepted()
                ? transaction.execute(status -> write(checked.round(), checked.warnings(), actor))
                : new Rejected(checked.problems());
    }

    private Registration write(RoundRequest request, List<Problem> warnings, String actor) {
        var hash = ContentHash.of(request);
        var roundId = UUID.randomUUID().toString();
        if (!ledger.claim(roundId, request, hash, actor)) {
            return standing(request, warnings, hash);
        }
        ledger.enter(roundId, request);
        trail.round(
                actor,
                roundId,
                "ROUND_REGISTERED",
                Map.of("organisations", request.organisations().size(), "findings", request.findings(), "hash", hash));
        warnOfPersonalData(roundId, warnings, actor);
        var started = process.start(roundId, request.businessKey());
        ledger.started(roundId, started.processInstanceId(), started.processDefinitionId());
        return new Registered(
                round(roundId, started.processInstanceId(), started.processDefinitionId(), request, warnings));
    }

    private void warnOfPersonalData(String roundId, List<Problem> warnings, String actor) {
        var hits = warnings.stream()
                .flatMap(warning ->
                        warning.personalData().stream().map(kind -> new PersonalData.Hit(warning.pointer(), kind)))
                .toList();
        if (!hits.isEmpty()) {
            personalData.warn(actor, roundId, null, null, hits);
        }
    }

    private Registration standing(RoundRequest request, List<Problem> warnings, String hash) {
        var standing = ledger.standing(request)
                .orElseThrow(() -> new IllegalStateException("a round that holds the claim cannot be missing"));
        if (!standing.contentHash().equals(hash)) {
            return new Conflict(standing.roundId());
        }
        return new AlreadyRegistered(round(
                standing.roundId(), standing.processInstanceId(), standing.processDefinitionId(), request, warnings));
    }

    private static Registration.Round round(
            String roundId,
            String processInstanceId,
            String definitionId,
            RoundRequest request,
            List<Problem> warnings) {
        return new Registration.Round(
                roundId,
                processInstanceId,
                definitionId,
                request.roundNumber(),
                request.batch(),
                request.inspectionTeam(),
                request.organisations().size(),
                request.findings(),
                warnings);
    }

    /** @param canonicalJson null when there is a problem */
    public record Preview(String canonicalJson, List<Problem> problems, List<Problem> warnings) {}
}
