package org.rectification.ledger.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.rectification.ledger.FindingDetails;
import org.rectification.ledger.Ledger;
import org.rectification.ledger.LedgerChoices;
import org.rectification.ledger.LedgerFilter;
import org.rectification.ledger.LedgerWorkbook;
import org.rectification.ledger.RollUp;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BindException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.server.ResponseStatusException;

/** The ledger's reading doors. */
@RestController
class LedgerController {

    private static final MediaType EXCEL =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Ledger ledger;
    private final FindingDetails details;
    private final RollUp rollUp;
    private final LedgerChoices choices;
    private final LedgerWorkbook workbook;

    LedgerController(
            Ledger ledger, FindingDetails details, RollUp rollUp, LedgerChoices choices, LedgerWorkbook workbook) {
        this.ledger = ledger;
        this.details = details;
        this.rollUp = rollUp;
        this.choices = choices;
        this.workbook = workbook;
    }

    /** One page of the ledger, with the total and a stable order. */
    @GetMapping("/api/findings")
    Ledger.Page findings(
            @ModelAttribute LedgerFilter filter,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            Principal person) {
        if (page < 0) {
            throw new BadParameter("page", "页码 page 不能小于 0。");
        }
        if (size < 1 || size > Ledger.LARGEST_PAGE) {
            throw new BadParameter("size", "每页条数 size 须在 1 至 " + Ledger.LARGEST_PAGE + " 之间。");
        }
        return ledger.page(person.getName(), checked(filter), page, size);
    }

    /** One finding: plan versions, measures, evidence, moves, who and when. */
    @GetMapping("/api/findings/{id}")
    FindingDetails.Detail finding(@PathVariable String id, Principal person) {
        return details.of(person.getName(), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The township's list and its villages' with their figures; 404 for who sees nothing of the case. */
    @GetMapping("/api/ledger/roll-up")
    RollUp.Sheet rollUp(@RequestParam String round, @RequestParam String organisation, Principal person) {
        return rollUp.of(person.getName(), round, organisation)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Rounds and organisations that the person may choose from. */
    @GetMapping("/api/ledger/rounds")
    List<LedgerChoices.Round> rounds(Principal person) {
        return choices.rounds(person.getName());
    }

    /** Villages, leaders and areas to filter a case by. */
    @GetMapping("/api/ledger/choices")
    LedgerChoices.OfCase choices(@RequestParam String round, @RequestParam String organisation, Principal person) {
        return choices.of(person.getName(), round, organisation);
    }

    /** The same selection as Excel. */
    @GetMapping("/api/ledger.xlsx")
    void excel(@ModelAttribute LedgerFilter filter, Principal person, HttpServletResponse response) throws IOException {
        var selection = checked(filter);
        response.setContentType(EXCEL.toString());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("整改台账.xlsx", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        workbook.write(person.getName(), selection, response.getOutputStream());
    }

    private static LedgerFilter checked(LedgerFilter filter) {
        filter.unknownCode().ifPresent(unknown -> {
            throw new BadParameter(unknown.getKey(), unknown.getValue());
        });
        return filter;
    }

    /** Such as {@code overdue=maybe} or {@code page=x}. */
    @ExceptionHandler({BindException.class, MethodArgumentTypeMismatchException.class})
    ResponseEntity<ProblemDetail> wrongType() {
        return badParameter(new BadParameter("", "查询条件的值不正确。"));
    }

    @ExceptionHandler(BadParameter.class)
    ResponseEntity<ProblemDetail> badParameter(BadParameter bad) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, bad.getMessage());
        problem.setProperty("errors", List.of(Map.of("pointer", "/" + bad.name, "message", bad.getMessage())));
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static final class BadParameter extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String name;

        BadParameter(String name, String message) {
            super(message);
            this.name = name;
        }
    }
}
