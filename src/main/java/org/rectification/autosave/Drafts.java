package org.rectification.autosave;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rectification.privacy.PersonalData;
import org.rectification.refusal.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Drafts: what a person typed and has not handed in. Whoever may not work on the thing is told that there is none; so is
 * everybody about everybody else's draft, administrators included.
 */
@Service
public class Drafts {

    /** Largest draft in bytes of UTF-8: 512 KiB. */
    public static final int LARGEST = 512 * 1024;

    /** How long a draft is kept that nobody comes back to. */
    private static final Period FORGOTTEN = Period.ofDays(90);

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;
    private final Map<Subject, DraftRights> rights;

    Drafts(JdbcClient jdbc, ObjectMapper json, Clock clock, List<DraftRights> rights) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.rights = rights.stream().collect(Collectors.toMap(DraftRights::subject, Function.identity()));
    }

    /**
     * Keeps what was typed, instead of what was kept before.
     *
     * @return when it was kept
     * @throws NoSuchElementException when this is not the person's to work on
     * @throws Refusal for something that is no form, is too long, or holds personal data
     */
    @Transactional
    public OffsetDateTime keep(String personId, Subject subject, String subjectId, String entry) {
        demandOwn(personId, subject, subjectId);
        if (entry.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            throw Refusal.of("填写内容过长，未能自动保存，请精简后尽快提交。");
        }
        if (!PersonalData.in(form(entry)).isEmpty()) {
            throw Refusal.of("填写内容含有身份证号、手机号等个人信息，删除后才会自动保存。");
        }
        var now = OffsetDateTime.now(clock);
        jdbc.sql("delete from rectification.draft where person_id = ? and saved_at < ?")
                .params(personId, now.minus(FORGOTTEN))
                .update();
        jdbc.sql(
                        """
                        insert into rectification.draft (person_id, subject, subject_id, entry, saved_at)
                        values (?, ?, ?, ?, ?)
                        on conflict (subject_id, person_id, subject)
                        do update set entry = excluded.entry, saved_at = excluded.saved_at""")
                .params(personId, subject.name(), subjectId, entry, now)
                .update();
        return now;
    }

    /** @throws NoSuchElementException when this is not the person's to work on */
    public Optional<Draft> find(String personId, Subject subject, String subjectId) {
        demandOwn(personId, subject, subjectId);
        return jdbc.sql(
                        """
                        select entry, saved_at from rectification.draft
                         where subject_id = ? and person_id = ? and subject = ?""")
                .params(subjectId, personId, subject.name())
                .query((row, number) -> new Draft(
                        row.getString("entry"),
                        row.getObject("saved_at", OffsetDateTime.class)
                                .atZoneSameInstant(clock.getZone())
                                .toOffsetDateTime()))
                .optional();
    }

    /** Forgets the person's own draft; without one nothing happens. */
    public void discard(String personId, Subject subject, String subjectId) {
        jdbc.sql("delete from rectification.draft where subject_id = ? and person_id = ? and subject = ?")
                .params(subjectId, personId, subject.name())
                .update();
    }

    /** The thing is done, or gone: nobody's draft of it stays. */
    public void discardAll(Subject subject, String subjectId) {
        discardExcept(null, subject, subjectId);
    }

    /** The thing is now this person's: drafts of everybody else go. */
    public void discardExcept(String personId, Subject subject, String subjectId) {
        jdbc.sql(
                        "delete from rectification.draft where subject_id = ? and subject = ? and person_id is distinct from ?")
                .params(subjectId, subject.name(), personId)
                .update();
    }

    private void demandOwn(String personId, Subject subject, String subjectId) {
        if (!rights.get(subject).mayWorkOn(personId, subjectId)) {
            throw new NoSuchElementException("not for this person");
        }
    }

    private JsonNode form(String entry) {
        try {
            var form = json.readTree(entry);
            if (form != null && form.isObject()) {
                return form;
            }
        } catch (JsonProcessingException malformed) {
            // Said below, as for everything else that is no form.
        }
        throw Refusal.of("不是表单内容，未保存。");
    }
}
