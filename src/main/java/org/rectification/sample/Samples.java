package org.rectification.sample;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.rectification.engine.ActingAs;
import org.rectification.engine.InPlaceOf;
import org.rectification.finding.VerificationWork;
import org.rectification.people.Duties;
import org.rectification.people.Role;
import org.rectification.people.Scope.Reach;
import org.rectification.people.Visibility;
import org.rectification.people.Visibility.Condition;
import org.rectification.refusal.Refusal;
import org.rectification.refusal.Violations;
import org.rectification.round.CaseKey;
import org.rectification.round.InspectedOrganisations;
import org.rectification.trail.Trail;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The county looks again at what was struck off (R1–R4, row 49 as far as the sample goes). A finding is drawn from once. The
 * seed comes from the machine, so that nobody tries seeds until the list pleases; afterwards anybody may draw again.
 */
@Service
public class Samples {

    private static final int SEED_BYTES = 8;
    private static final int LONGEST_REMARK = 1_000;
    private static final int SHORTEST_REMARK = 15;
    private static final Condition NONE = new Condition("false", Map.of());

    private final SampleStore store;
    private final Consequences consequences;
    private final VerificationWork verification;
    private final InspectedOrganisations organisations;
    private final Visibility visibility;
    private final Duties duties;
    private final ActingAs actingAs;
    private final Trail trail;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Samples(
            SampleStore store,
            Consequences consequences,
            VerificationWork verification,
            InspectedOrganisations organisations,
            Visibility visibility,
            Duties duties,
            ActingAs actingAs,
            Trail trail,
            Clock clock) {
        this.store = store;
        this.consequences = consequences;
        this.verification = verification;
        this.organisations = organisations;
        this.visibility = visibility;
        this.duties = duties;
        this.actingAs = actingAs;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<CaseSample> cases(String person) {
        return store.cases(whole(person));
    }

    @Transactional(readOnly = true)
    public List<Sample> of(String person, CaseKey key) {
        return store.of(key, whole(person));
    }

    /** Empty when there is no such draw for this person. */
    @Transactional(readOnly = true)
    public Optional<Sample> find(String person, String sampleId) {
        return store.find(sampleId, whole(person));
    }

    /**
     * Draws again from the same population.
     *
     * @return ids of the findings that this seed draws, in no particular order
     */
    @Transactional(readOnly = true)
    public Set<String> again(String person, String sampleId, String seed) {
        var sample = find(person, sampleId).orElseThrow(NoSuchElementException::new);
        return Draw.of(seed, store.population(sample.id()));
    }

    /**
     * Draws from everything that was struck off since the last draw.
     *
     * @return id of the draw
     * @throws Refusal when there is nothing to draw from
     */
    @Transactional
    public String draw(String actor, CaseKey key) {
        var capacity = county(actor).filter(any -> organisations.contains(key)).orElseThrow();
        organisations.lock(key);
        var candidates = store.candidates(key);
        if (candidates.isEmpty()) {
            throw Refusal.of("目前没有需要抽查、尚未抽过的已销号问题。");
        }
        var bytes = new byte[SEED_BYTES];
        random.nextBytes(bytes);
        var seed = HexFormat.of().formatHex(bytes);
        var drawn = Draw.of(seed, candidates);
        var id = UUID.randomUUID().toString();
        store.insert(id, key, seed, candidates, drawn, actor);
        var told = Map.of("sample", id, "seed", seed, "population", candidates.size(), "drawn", drawn);
        InPlaceOf.run(
                capacity,
                () -> trail.organisation(actor, key.roundId(), key.organisationId(), "COUNTY_SAMPLE_DRAWN", told));
        return id;
    }

    /**
     * What the county found. A bad outcome leads to a recurrence, or to a suggestion of accountability.
     *
     * @throws Refusal for whoever had a hand in it or verified it, and without day and remark
     */
    @Transactional
    public void record(String actor, String findingId, Look look) {
        var capacity = county(actor).orElseThrow();
        var item = store.lock(findingId).orElseThrow(NoSuchElementException::new);
        if (item.lookedAt()) {
            throw Refusal.of("这个问题的抽查结果已经登记，不能更改。");
        }
        var day = look.lookedOn();
        new Violations()
                .require(look.outcome() != null, "outcome", "请选择抽查结果。")
                .require(day != null, "lookedOn", "请填写抽查日期。")
                .require(day == null || !day.isAfter(LocalDate.now(clock)), "lookedOn", "抽查日期不得晚于今天。")
                .require(day == null || !day.isBefore(item.struckOffOn()), "lookedOn", "抽查日期不得早于销号日期。")
                .requireText(look.remark(), "remark", "抽查情况", LONGEST_REMARK)
                .require(
                        look.outcome() == null
                                || look.outcome() == Outcome.HOLDS
                                || look.remark() == null
                                || look.remark().length() >= SHORTEST_REMARK,
                        "remark",
                        "抽查发现问题的，请写明具体情况（不少于" + SHORTEST_REMARK + "个字）。")
                .refuseAny();
        actingAs.run(actor, () -> verification.demandIndependent(actor, findingId));
        InPlaceOf.run(capacity, () -> record(actor, findingId, item, look));
    }

    private void record(String actor, String findingId, SampleStore.Locked item, Look look) {
        var consequence = consequences.of(actor, findingId, item, look);
        store.record(findingId, look.outcome(), look.remark(), look.lookedOn(), actor, consequence.orElse(null));
        var after = new HashMap<String, Object>();
        after.put("sample", item.sampleId());
        after.put("outcome", look.outcome().name());
        after.put("looked_on", look.lookedOn().toString());
        after.put("consequence", consequence.orElse(null));
        trail.finding(
                actor,
                item.key().roundId(),
                item.key().organisationId(),
                findingId,
                "COUNTY_SAMPLE_RECORDED",
                null,
                after,
                look.remark());
    }

    /** Whether the person draws samples and records what was found. */
    public boolean ofTheCounty(String person) {
        return county(person).isPresent();
    }

    private Optional<String> county(String person) {
        return duties.capacity(person, each -> Stream.of(Role.INSPECTION_OFFICE, Role.DISCIPLINE_SUPERVISION)
                .anyMatch(role -> duties.holds(each, role)));
    }

    private Condition whole(String person) {
        return visibility.scopeOf(person).reach().compareTo(Reach.ORGANISATION) > 0 ? NONE : visibility.cases(person);
    }

    /**
     * A look at a struck-off finding.
     *
     * @param dueOn time limit of the recurrence, with {@link Outcome#NOT_HOLDING}
     */
    public record Look(
            @Nullable Outcome outcome,
            @Nullable String remark,
            @Nullable LocalDate lookedOn,
            @Nullable LocalDate dueOn) {}
}
