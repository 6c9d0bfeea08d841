package org.rectification.finding.web;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.rectification.finding.Claim;
import org.rectification.finding.Claims;
import org.rectification.finding.CoOwner;
import org.rectification.finding.CoOwners;
import org.rectification.finding.EvidenceEntry;
import org.rectification.finding.EvidenceItem;
import org.rectification.finding.FindingEvidence;
import org.rectification.finding.MeasureReport;
import org.rectification.finding.MeasureReports;
import org.rectification.finding.PlannedMeasure;
import org.rectification.finding.Proofs;
import org.rectification.finding.WorkDraft;
import org.rectification.people.Visibility;
import org.springframework.http.HttpStatus;
import org.springframework.lang.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Measures one by one, parts of co-owners, and everything that proves a result. Who may not see a finding hears 404. */
@RestController
@RequestMapping("/api/findings/{id}")
class FindingProofController {

    private final Visibility visibility;
    private final FindingEvidence evidence;
    private final Claims claims;
    private final MeasureReports measures;
    private final CoOwners coOwners;
    private final WorkDraft draft;

    FindingProofController(
            Visibility visibility,
            FindingEvidence evidence,
            Claims claims,
            MeasureReports measures,
            CoOwners coOwners,
            WorkDraft draft) {
        this.visibility = visibility;
        this.evidence = evidence;
        this.claims = claims;
        this.measures = measures;
        this.coOwners = coOwners;
        this.draft = draft;
    }

    /** @param draft what the form of a result begins with */
    record ProofsOfFinding(
            List<EvidenceItem> evidence,
            List<Claim> claims,
            List<PlannedMeasure> planned,
            List<MeasureReport> reports,
            List<CoOwner> coOwners,
            Map<String, Object> draft) {}

    /** Measures reported on a finding, its evidence, claims and co-owners. */
    @GetMapping("/proofs")
    ProofsOfFinding proofs(@PathVariable String id, Principal person) {
        demandSeen(person, id);
        return new ProofsOfFinding(
                evidence.of(id), claims.of(id), measures.planned(id), measures.of(id), coOwners.of(id), draft.of(id));
    }

    /** Reports one measure as done, with its proofs. */
    @PostMapping("/measures")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void report(@PathVariable String id, @RequestBody MeasureReports.Entry entry, Principal person) {
        demandSeen(person, id);
        measures.report(person.getName(), id, entry);
    }

    record Withdrawal(@Nullable String reason) {}

    /** Takes a report back with a reason; it stays on record. */
    @PostMapping("/measures/{report}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(
            @PathVariable String id, @PathVariable String report, @RequestBody Withdrawal entry, Principal person) {
        demandSeen(person, id);
        measures.withdraw(person.getName(), id, report, entry.reason());
    }

    record Naming(@Nullable String person, @Nullable String part) {}

    /** Names a co-owner with a part; the lead cannot finish while it is open. */
    @PostMapping("/co-owners")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void name(@PathVariable String id, @RequestBody Naming entry, Principal person) {
        demandSeen(person, id);
        coOwners.name(person.getName(), id, entry.person(), entry.part());
    }

    /** Who may be named as co-owner. */
    @GetMapping("/co-owners/candidates")
    List<CoOwners.Candidate> candidates(@PathVariable String id, Principal person) {
        demandSeen(person, id);
        return coOwners.candidates(id);
    }

    /** Releases a co-owner from the part, with a reason. */
    @PostMapping("/co-owners/{coOwner}/release")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void release(
            @PathVariable String id, @PathVariable String coOwner, @RequestBody Withdrawal entry, Principal person) {
        demandSeen(person, id);
        coOwners.release(person.getName(), id, coOwner, entry.reason());
    }

    record Confirmation(
            @Nullable String confirmation, @Nullable List<EvidenceEntry> evidence, @Nullable String documentNumber) {}

    /** Each for themselves: nobody confirms another's part. */
    @PostMapping("/co-owners/me/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(@PathVariable String id, @RequestBody Confirmation entry, Principal person) {
        demandSeen(person, id);
        coOwners.confirm(
                person.getName(), id, entry.confirmation(), new Proofs(entry.evidence(), entry.documentNumber(), null));
    }

    private void demandSeen(Principal person, String id) {
        if (!visibility.seesFinding(person.getName(), id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
