package org.rectification.meeting;

import java.time.LocalDateTime;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.rectification.deadline.ShanghaiTime;
import org.rectification.people.Duties;
import org.rectification.people.People;
import org.rectification.people.Role;
import org.rectification.people.Visibility;
import org.rectification.period.StoredJson;
import org.rectification.round.CaseKey;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may read comparison texts, and reading them: the member, the Secretary in person and the supervising bodies. The
 * clerk sees who handed one in, nobody else anything; for them there is no such text.
 */
@Service
@Transactional(readOnly = true)
public class ComparisonReadings {

    private final ComparisonStore store;
    private final Comparisons comparisons;
    private final Portfolios portfolios;
    private final Duties duties;
    private final People people;
    private final Visibility visibility;
    private final StoredJson json;

    ComparisonReadings(
            ComparisonStore store,
            Comparisons comparisons,
            Portfolios portfolios,
            Duties duties,
            People people,
            Visibility visibility,
            StoredJson json) {
        this.store = store;
        this.comparisons = comparisons;
        this.portfolios = portfolios;
        this.duties = duties;
        this.people = people;
        this.visibility = visibility;
        this.json = json;
    }

    /**
     * A member and whether the text is there.
     *
     * @param readable whether the reader may read it
     */
    public record Member(
            String id,
            String member,
            String name,
            String office,
            boolean written,
            @Nullable String excuse,
            boolean readable) {}

    /**
     * A text as somebody may read it.
     *
     * @param writable whether the reader is the member and the meeting is still to come
     * @param text with empty texts while nothing was handed in
     * @param writtenAt Asia/Shanghai; null: not handed in
     */
    public record Reading(
            String id,
            String organisation,
            String name,
            String office,
            boolean own,
            boolean writable,
            int version,
            @Nullable LocalDateTime writtenAt,
            @Nullable String sha256,
            @Nullable String excuse,
            ComparisonText text,
            List<ComparisonStore.Criticism> criticisms) {}

    /** The team of a case, for whoever may know who has written: clerk, readers; everybody else sees only themselves. */
    public List<Member> members(String person, CaseKey key) {
        if (!visibility.seesCase(person, key.roundId(), key.organisationId())) {
            return List.of();
        }
        var all = duties.exercises(person, Role.RECTIFICATION_OFFICE, key.organisationId());
        return store.of(key).stream()
                .filter(duty -> all || readable(person, duty))
                .map(duty -> new Member(
                        duty.id(),
                        duty.memberId(),
                        duty.memberName(),
                        duty.memberOffice(),
                        duty.version() > 0,
                        duty.excuse(),
                        readable(person, duty)))
                .toList();
    }

    /** Who was excused and why, in a sentence; empty where nobody was. */
    public String excusesInWords(CaseKey key) {
        return store.of(key).stream()
                .filter(duty -> duty.excuse() != null)
                .map(duty -> duty.memberName() + "未提交对照检查材料，理由：" + duty.excuse())
                .collect(java.util.stream.Collectors.joining("；"));
    }

    /** The person's own, in every case. */
    public List<Reading> own(String person) {
        return store.of(person).stream()
                .filter(duty -> readable(person, duty))
                .map(duty -> reading(person, duty))
                .toList();
    }

    /** @throws NoSuchElementException when there is none, or none for this person */
    public Reading read(String person, String comparisonId) {
        return store.find(comparisonId)
                .filter(duty -> readable(person, duty))
                .map(duty -> reading(person, duty))
                .orElseThrow(NoSuchElementException::new);
    }

    private boolean readable(String person, ComparisonDuty duty) {
        return visibility.seesCase(person, duty.roundId(), duty.organisationId())
                && (duty.memberId().equals(person)
                        || duties.holds(person, Role.PARTY_SECRETARY, duty.organisationId())
                        || Role.countyBodies().stream().anyMatch(body -> duties.holds(person, body)));
    }

    private Reading reading(String person, ComparisonDuty duty) {
        var written = store.text(duty.id());
        var own = duty.memberId().equals(person);
        return new Reading(
                duty.id(),
                people.organisationName(duty.organisationId()).orElse(duty.organisationId()),
                duty.memberName(),
                duty.memberOffice(),
                own,
                own && comparisons.mayWrite(person, duty.id()),
                duty.version(),
                written.map(each -> each.writtenAt()
                                .atZoneSameInstant(ShanghaiTime.ZONE)
                                .toLocalDateTime())
                        .orElse(null),
                written.map(ComparisonStore.Written::sha256).orElse(null),
                duty.excuse(),
                own && comparisons.mayWrite(person, duty.id())
                        ? withEarlierTexts(portfolios.of(duty), written)
                        : written.map(this::text).orElseGet(() -> portfolios.of(duty)),
                store.criticisms(duty.id()));
    }

    /** The findings as they are divided today, the texts as handed in last. */
    private ComparisonText withEarlierTexts(ComparisonText today, Optional<ComparisonStore.Written> written) {
        var earlier = written.map(this::text).map(ComparisonText::aspects).orElse(List.of());
        return new ComparisonText(today.aspects().stream()
                .map(part -> earlier.stream()
                        .filter(each -> each.aspect().equals(part.aspect()))
                        .findFirst()
                        .map(each -> new ComparisonText.Part(
                                part.aspect(), part.findings(), each.rootCause(), each.selfCheck()))
                        .orElse(part))
                .toList());
    }

    private ComparisonText text(ComparisonStore.Written written) {
        return json.read(written.content(), ComparisonText.class);
    }
}
