package org.rectification.hearing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.rectification.hearing.DayEntry;
import org.rectification.hearing.HearingDays;
import org.rectification.hearing.HearingPacks;
import org.rectification.hearing.HearingPaper;
import org.rectification.hearing.HearingRegister;
import org.rectification.round.CaseKey;
import org.rectification.word.WordDownload;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 集中听取: what stands before each hearing, its pack, and another day by agreement. */
@RestController
@RequestMapping("/api/hearings")
class HearingController {

    private final HearingRegister register;
    private final HearingDays days;
    private final HearingPacks packs;
    private final HearingPaper paper;

    HearingController(HearingRegister register, HearingDays days, HearingPacks packs, HearingPaper paper) {
        this.register = register;
        this.days = days;
        this.packs = packs;
        this.paper = paper;
    }

    /**
     * Hearings of the cases that the person sees: day, opinions, minutes, follow-ups; the advice only once all bodies
     * have spoken.
     */
    @GetMapping
    List<HearingRegister.Sheet> mine(Principal person) {
        return register.of(person.getName());
    }

    /** The hearing's pack as Word: done, late, returned, changed since the last report, as the ledger stands now. */
    @GetMapping("/{round}/{organisation}/pack.docx")
    void pack(
            @PathVariable String round,
            @PathVariable String organisation,
            Principal person,
            HttpServletResponse response)
            throws IOException {
        var pack =
                packs.of(person.getName(), new CaseKey(round, organisation)).orElseThrow(NoSuchElementException::new);
        WordDownload.send(
                response, "集中听取材料-" + pack.organisation() + "-" + pack.plannedOn(), out -> paper.write(pack, out));
    }

    /** Moves the hearing's day by agreement within five working days, with a reason; for the clerk. */
    @PostMapping("/{round}/{organisation}/day")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void move(
            @PathVariable String round,
            @PathVariable String organisation,
            @RequestBody DayEntry entry,
            Principal person) {
        var key = new CaseKey(round, organisation);
        if (!register.concerns(person.getName(), key)) {
            throw new NoSuchElementException();
        }
        days.move(person.getName(), key, entry);
    }

    /** What a person may not see does not exist for that person. */
    @ExceptionHandler(NoSuchElementException.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    Map<String, Object> nothingHere() {
        return Map.of("message", "没有这次集中听取，或不由您办理。");
    }
}
