package org.rectification.signoff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rectification.meeting.Meeting;
import org.rectification.meeting.ThematicMeetings;
import org.rectification.people.Duties;
import org.rectification.period.CaseLedger;
import org.rectification.period.StoredJson;
import org.rectification.refusal.Refusal;
import org.rectification.round.CaseKey;
import org.rectification.round.InspectedOrganisation;
import org.rectification.round.InspectedOrganisations;
import org.rectification.round.Milestone;
import org.rectification.trail.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The Secretary's truthfulness signature (S46): given in person, bound to the exact content, checkable ever after. */
@Service
public class Signatures {

    private final JdbcClient jdbc;
    private final FinalReports reports;
    private final ThematicMeetings meetings;
    private final InspectedOrganisations organisations;
    private final Duties duties;
    private final StoredJson json;
    private final Trail trail;
    private final Clock clock;

    Signatures(
            JdbcClient jdbc,
            FinalReports reports,
            ThematicMeetings meetings,
            InspectedOrganisations organisations,
            Duties duties,
            StoredJson json,
            Trail trail,
            Clock clock) {
        this.jdbc = jdbc;
        this.reports = reports;
        this.meetings = meetings;
        this.organisations = organisations;
        this.duties = duties;
        this.json = json;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * The Secretary signs, or returns the reports with a reason.
     *
     * @return whether it was signed
     * @throws Refusal by anybody but the Secretary in person; before the hearing where the profile has one; while a
     *     thematic meeting is missing without a reason; without the committee's deliberation, the confirmed statement or
     *     the signer's own name
     */
    @Transactional
    public boolean decide(String actor, CaseKey key, SignatureEntry entry) {
        if (!duties.secretary(key.organisationId()).equals(actor)) {
            throw Refusal.of("真实性签字背书须由党委书记本人办理，任何人不得代签。");
        }
        if (!SignatureEntry.SIGN.equals(entry.decision())) {
            TruthfulnessStatement.checkReturn(entry);
            trail.organisation(
                    actor,
                    key.roundId(),
                    key.organisationId(),
                    "FINAL_REPORTS_RETURNED",
                    Map.of("reason", entry.reason()));
            return false;
        }
        var organisation = organisations.lock(key);
        demandReady(key, organisation);
        TruthfulnessStatement.checkSignature(entry, nameOf(actor));
        sign(actor, key, entry.signerName().strip());
        if (!organisation.has(Milestone.SIGNED)) {
            organisations.reach(key, Milestone.SIGNED, actor);
        }
        return true;
    }

    private void demandReady(CaseKey key, InspectedOrganisation organisation) {
        if (organisation.hearingRequired() && !organisation.has(Milestone.HEARING_HELD)) {
            throw Refusal.of("尚未完成“" + Milestone.HEARING_HELD.label() + "”，不能签字背书。");
        }
        var missing = meetings.missing(key);
        if (!missing.isEmpty()) {
            throw Refusal.of("还有" + missing.size() + "场专题会议既未召开、未召开的理由也未经认可，不能签字背书："
                    + missing.stream().map(Meeting::name).collect(Collectors.joining("、")) + "。");
        }
    }

    private void sign(String actor, CaseKey key, String signerName) {
        var content = reports.content(key, reports.edition(key));
        if (content.deliberatedOn() == null) {
            throw Refusal.of("两份整改报告尚未经党委会研究，不能签字背书。");
        }
        var canonical = json.write(content);
        var hash = CaseLedger.sha256(canonical);
        jdbc.sql(
                        """
                        insert into rectification.signature
                            (round_id, organisation_id, edition, signed_by, signer_name, statement, content, content_hash,
                             unfinished, signed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        key.roundId(),
                        key.organisationId(),
                        content.edition(),
                        actor,
                        signerName,
                        TruthfulnessStatement.TEXT,
                        canonical,
                        hash,
                        content.figures().unfinished(),
                        OffsetDateTime.now(clock))
                .update();
        trail.organisation(
                actor,
                key.roundId(),
                key.organisationId(),
                "TRUTHFULNESS_SIGNED",
                Map.of(
                        "edition",
                        content.edition(),
                        "contentHash",
                        hash,
                        "unfinished",
                        content.figures().unfinished()));
    }

    /**
     * Freezes the reports under the latest signature.
     *
     * @throws IllegalStateException when nothing was signed, or the reports are not those that were signed
     */
    @Transactional
    public void seal(CaseKey key) {
        var signature = latest(key).orElseThrow(() -> new IllegalStateException("nothing was signed: " + key));
        if (!signed(signature).sameReports(reports.content(key, signature.edition()))) {
            throw new IllegalStateException("the reports are not those that were signed: " + key);
        }
        reports.seal(key, signature.edition());
    }

    /** The latest signature. */
    public Optional<SignatureRecord> latest(CaseKey key) {
        return jdbc.sql(
                        """
                        select * from rectification.signature where round_id = ? and organisation_id = ?
                         order by edition desc limit 1""")
                .params(key.roundId(), key.organisationId())
                .query(Signatures::read)
                .optional();
    }

    /**
     * Compares the latest signature with what is stored now.
     *
     * @throws IllegalStateException when nothing was signed
     */
    @Transactional(readOnly = true)
    public SealCheck verify(CaseKey key) {
        var signature = latest(key).orElseThrow(() -> new IllegalStateException("nothing was signed: " + key));
        var intact = CaseLedger.sha256(signature.content()).equals(signature.contentHash());
        var then = signed(signature);
        var now = reports.content(key, signature.edition());
        List<String> differences = new ArrayList<>();
        if (!intact) {
            differences.add("签字所附内容与校验码不一致。");
        }
        if (!then.sameReports(now)) {
            differences.add("整改报告的内容与签字时不一致。");
        }
        if (!then.sameLedger(now)) {
            differences.add("整改台账在签字后有变动：签字时已销号" + then.figures().struckOff() + "个、未办结"
                    + then.figures().unfinished() + "个，现已销号" + now.figures().struckOff() + "个、未办结"
                    + now.figures().unfinished() + "个。");
        }
        return new SealCheck(intact, differences);
    }

    private SignedContent signed(SignatureRecord signature) {
        return json.read(signature.content(), SignedContent.class);
    }

    private String nameOf(String personId) {
        return jdbc.sql("select name from rectification.person where id = ?")
                .param(personId)
                .query(String.class)
                .single();
    }

    private static SignatureRecord read(ResultSet row, int number) throws SQLException {
        return new SignatureRecord(
                row.getInt("edition"),
                row.getString("signed_by"),
                row.getString("signer_name"),
                row.getString("statement"),
                row.getString("content"),
                row.getString("content_hash"),
                row.getInt("unfinished"),
                row.getObject("signed_at", OffsetDateTime.class).toInstant());
    }
}
