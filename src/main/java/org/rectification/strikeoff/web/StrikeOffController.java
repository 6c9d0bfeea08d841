package org.rectification.strikeoff.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.rectification.refusal.Refusal;
import org.rectification.round.CaseKey;
import org.rectification.strikeoff.Batch;
import org.rectification.strikeoff.BatchCounts;
import org.rectification.strikeoff.BatchPaper;
import org.rectification.strikeoff.Batches;
import org.rectification.strikeoff.Slips;
import org.rectification.word.WordDownload;
import org.springframework.http.HttpStatus;
import org.springframework.lang.Nullable;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Slips and batch lists: {@code /api/findings/{id}/slip.docx}, {@code /api/slips.docx}, {@code /api/batches}. */
@RestController
class StrikeOffController {

    private final Batches batches;
    private final BatchPaper paper;
    private final Slips slips;

    StrikeOffController(Batches batches, BatchPaper paper, Slips slips) {
        this.batches = batches;
        this.paper = paper;
        this.slips = slips;
    }

    /** The strike-off slip of one finding (对账销号表) as Word: goal against result, evidence, verifier. */
    @GetMapping("/api/findings/{id}/slip.docx")
    void slip(@PathVariable String id, Principal person, HttpServletResponse response) throws IOException {
        send(slips.ofFinding(person.getName(), id), response);
    }

    /**
     * The strike-off slips of a village or of a batch in one Word file.
     *
     * @param village absent: the township's own findings; with {@code batch} neither of the others is needed
     */
    @GetMapping("/api/slips.docx")
    void slips(
            @RequestParam @Nullable String round,
            @RequestParam @Nullable String organisation,
            @RequestParam @Nullable String village,
            @RequestParam @Nullable String batch,
            Principal person,
            HttpServletResponse response)
            throws IOException {
        if (batch == null && (round == null || organisation == null)) {
            throw Refusal.of("batch", "请指明批次（batch），或者轮次和单位（round、organisation）。");
        }
        send(
                batch == null
                        ? slips.ofVillage(person.getName(), round, organisation, village)
                        : slips.ofBatch(person.getName(), batch),
                response);
    }

    /** How many struck-off findings wait for their batch list, per case that the person sees. */
    @GetMapping("/api/batches/counts")
    List<Counts> counts(Principal person) {
        return batches.counts(person.getName()).stream()
                .map(counts -> new Counts(counts, batches.mayList(person.getName(), counts.organisationId())))
                .toList();
    }

    /** The batch lists of a case (销号清单). */
    @GetMapping("/api/batches")
    List<Batch> batches(@RequestParam String round, @RequestParam String organisation, Principal person) {
        return batches.of(person.getName(), new CaseKey(round, organisation));
    }

    /** One batch list as Word, slip by slip. */
    @GetMapping("/api/batches/{id}.docx")
    void batch(@PathVariable String id, Principal person, HttpServletResponse response) throws IOException {
        var batch = batches.find(person.getName(), id).orElseThrow(NoSuchElementException::new);
        WordDownload.send(
                response,
                "销号清单-" + batch.organisationName() + "-第" + batch.number() + "批",
                out -> paper.write(batch, out));
    }

    /** Puts struck-off findings on the next batch list, for the township's leading group to note. 201 with its id. */
    @PostMapping("/api/batches")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> list(@RequestBody Listing listing, Principal person) {
        return Map.of(
                "id",
                batches.list(
                        person.getName(), new CaseKey(listing.round(), listing.organisation()), listing.findings()));
    }

    /** Records the meeting of the leading group that noted the list, with its minutes. */
    @PostMapping("/api/batches/{id}/noting")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void note(@PathVariable String id, @RequestBody Batches.Noting noting, Principal person) {
        batches.note(person.getName(), id, noting);
    }

    private static void send(Slips.Document document, HttpServletResponse response) throws IOException {
        WordDownload.send(response, document.name(), document::write);
    }

    /** What a person may not see does not exist for that person. */
    @ExceptionHandler(NoSuchElementException.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    Map<String, Object> nothingHere() {
        return Map.of("message", "没有这份清单，或不由您办理。");
    }

    /** @param mayList whether the person puts findings on the lists of this organisation */
    record Counts(@JsonUnwrapped BatchCounts counts, boolean mayList) {}

    /** @param findings null: everything that is struck off and stands on no list */
    record Listing(String round, String organisation, @Nullable List<String> findings) {}
}
