package org.rectification.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.rectification.privacy.PersonalData.Hit;
import org.rectification.refusal.Refusal;
import org.rectification.trail.Trail;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;

/**
 * The one place through which every text of a person passes on its way into the ledger, whichever door it came through:
 * entries of tasks, plan lines, rounds by both start doors and by Excel. The trail remembers which field held what kind of
 * personal data, never the data.
 */
@Service
public class PersonalDataGuard {

    private static final String WARNED = "PERSONAL_DATA_WARNED";

    private final PersonalDataRule rule;
    private final Trail trail;
    private final ObjectMapper json;

    PersonalDataGuard(@Value("${rectification.personal-data}") PersonalDataRule rule, Trail trail, ObjectMapper json) {
        this.rule = rule;
        this.trail = trail;
        this.json = json;
    }

    public boolean refuses() {
        return rule == PersonalDataRule.REFUSE;
    }

    /**
     * To be called in the transaction of the act, with everything that the person entered.
     *
     * @param entry JSON, or a record that becomes JSON
     * @param organisationId null for what is about a round as a whole
     * @param findingId null for what is about no single finding
     * @throws Refusal naming every field with personal data, when the setting says so
     */
    public void check(
            String actor,
            @Nullable String roundId,
            @Nullable String organisationId,
            @Nullable String findingId,
            @Nullable Object entry) {
        var hits = entry == null
                ? List.<Hit>of()
                : PersonalData.in(entry instanceof JsonNode node ? node : json.valueToTree(entry));
        if (hits.isEmpty()) {
            return;
        }
        refuse(hits);
        warn(actor, roundId, organisationId, findingId, hits);
    }

    /** @throws Refusal naming every field, when there is any and the setting says so */
    public void refuse(List<Hit> hits) {
        if (refuses()) {
            Refusal.ifAny(hits.stream().map(PersonalDataGuard::violation).toList());
        }
    }

    /** What {@link #check} would refuse an entry for, without storing anything; empty where the setting only warns. */
    public List<Refusal.Violation> foreseen(Object entry) {
        return refuses()
                ? PersonalData.in(json.<JsonNode>valueToTree(entry)).stream()
                        .map(PersonalDataGuard::violation)
                        .toList()
                : List.of();
    }

    /**
     * The name of an uploaded file; what is inside is not read.
     *
     * @throws Refusal naming the field {@code file}, when the setting says so; otherwise nothing happens yet
     */
    public List<Hit> fileName(String name) {
        var hits = PersonalData.in(name).stream()
                .map(kind -> new Hit("file", kind))
                .toList();
        if (refuses() && !hits.isEmpty()) {
            throw Refusal.of("file", "文件名含有" + hits.get(0).kind().label() + "，请改名后重新上传。");
        }
        return hits;
    }

    /**
     * As {@link #check}, for what belongs to no round: the register of people.
     *
     * @throws Refusal naming every field with personal data, when the setting says so
     */
    public void register(String actor, Object entry) {
        var hits = PersonalData.in(json.<JsonNode>valueToTree(entry));
        refuse(hits);
        if (!hits.isEmpty()) {
            // A list is about many; the trail keeps it with whoever took it over.
            trail.person(actor, null, actor, WARNED, null, fields(hits), null);
        }
    }

    /** Records that something was taken with personal data in it. */
    public void warn(
            String actor,
            @Nullable String roundId,
            @Nullable String organisationId,
            @Nullable String findingId,
            List<Hit> hits) {
        var after = fields(hits);
        if (findingId != null) {
            trail.finding(actor, roundId, organisationId, findingId, WARNED, null, after, null);
        } else if (organisationId != null) {
            trail.organisation(actor, roundId, organisationId, WARNED, after);
        } else {
            trail.round(actor, roundId, WARNED, after);
        }
    }

    private static Map<String, Object> fields(List<Hit> hits) {
        var content = new LinkedHashMap<String, TreeSet<String>>();
        hits.forEach(hit -> content.computeIfAbsent(hit.field(), field -> new TreeSet<>())
                .add(hit.kind().name()));
        return Map.of("fields", content);
    }

    private static Refusal.Violation violation(Hit hit) {
        return new Refusal.Violation(hit.field(), "填写内容含有" + hit.kind().label() + "，请删除后提交；确需登记的，只写文号或编号。");
    }
}
