package org.rectification.meeting.web;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.rectification.meeting.Comparisons;
import org.rectification.meeting.ExcuseEntry;
import org.rectification.meeting.MeetingActs;
import org.rectification.meeting.MeetingDecision;
import org.rectification.meeting.MeetingEntry;
import org.rectification.meeting.MeetingLists;
import org.rectification.round.CaseKey;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 专题会议: all meetings of a case in one list, each recorded and decided by itself (S37). */
@RestController
@RequestMapping("/api/thematic-meetings")
class MeetingController {

    private final MeetingLists lists;
    private final MeetingActs acts;
    private final Comparisons comparisons;

    MeetingController(MeetingLists lists, MeetingActs acts, Comparisons comparisons) {
        this.lists = lists;
        this.acts = acts;
        this.comparisons = comparisons;
    }

    /** Thematic meetings of every case that the person sees, each with what the person may do about it. */
    @GetMapping
    List<MeetingLists.OfCase> cases(Principal person) {
        return lists.of(person.getName());
    }

    /**
     * Records a meeting with its scan, or why none was held; for the clerk, and for a village also its branch
     * secretary or contact.
     */
    @PostMapping("/{round}/{organisation}/{code}/record")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void record(
            @PathVariable String round,
            @PathVariable String organisation,
            @PathVariable String code,
            @RequestBody MeetingEntry entry,
            Principal person) {
        acts.record(person.getName(), key(round, organisation, person), code, entry);
    }

    /** Confirms the township's record, or accepts or returns the reason for a meeting that was not held. */
    @PostMapping("/{round}/{organisation}/{code}/decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(
            @PathVariable String round,
            @PathVariable String organisation,
            @PathVariable String code,
            @RequestBody MeetingDecision decision,
            Principal person) {
        acts.decide(person.getName(), key(round, organisation, person), code, decision);
    }

    /** Why a member of the township's team writes no comparison text. */
    @PostMapping("/{round}/{organisation}/excuses")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void excuse(
            @PathVariable String round,
            @PathVariable String organisation,
            @RequestBody ExcuseEntry excuse,
            Principal person) {
        comparisons.excuse(person.getName(), key(round, organisation, person), excuse);
    }

    /** Whoever sees nothing of a case is told that there is none. */
    private CaseKey key(String round, String organisation, Principal person) {
        return lists.of(person.getName()).stream()
                .filter(each ->
                        each.roundId().equals(round) && each.organisationId().equals(organisation))
                .findFirst()
                .map(each -> new CaseKey(each.roundId(), each.organisationId()))
                .orElseThrow(NoSuchElementException::new);
    }

    @ExceptionHandler(NoSuchElementException.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    Map<String, Object> nothingHere() {
        return Map.of("message", "没有这场会议，或不由您办理。");
    }
}
