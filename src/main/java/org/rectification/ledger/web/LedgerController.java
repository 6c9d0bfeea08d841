package org.rectification.ledger.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.rectification.finding.Claim;
import org.rectification.finding.Claims;
import org.rectification.finding.CoOwner;
import org.rectification.finding.CoOwners;
import org.rectification.finding.EvidenceItem;
import org.rectification.finding.FindingEvidence;
import org.rectification.finding.FindingState;
import org.rectification.finding.MeasureReport;
import org.rectification.finding.MeasureReports;
import org.rectification.finding.OfficeHolders;
import org.rectification.ledger.FindingHistory;
import org.rectification.ledger.Ledger;
import org.rectification.ledger.LedgerFilter;
import org.rectification.ledger.LedgerRow;
import org.rectification.ledger.LedgerWorkbook;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The ledger's reading doors. */
@RestController
class LedgerController {

    private static final MediaType EXCEL =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Ledger ledger;
    private final FindingHistory history;
    private final LedgerWorkbook workbook;
    private final FindingEvidence evidence;
    private final Claims claims;
    private final MeasureReports measures;
    private final CoOwners coOwners;
    private final OfficeHolders officeHolders;

    LedgerController(
            Ledger ledger,
            FindingHistory history,
            LedgerWorkbook workbook,
            FindingEvidence evidence,
            Claims claims,
            MeasureReports measures,
            CoOwners coOwners,
            OfficeHolders officeHolders) {
        this.evidence = evidence;
        this.claims = claims;
        this.measures = measures;
        this.coOwners = coOwners;
        this.officeHolders = officeHolders;
        this.ledger = ledger;
        this.history = history;
        this.workbook = workbook;
    }

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

    @GetMapping("/api/findings/{id}")
    Detail finding(@PathVariable String id, Principal person) {
        var row =
                ledger.find(person.getName(), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new Detail(
                row,
                history.planVersions(id),
                history.moves(id),
                evidence.of(id),
                claims.of(id),
                measures.of(id),
                coOwners.of(id),
                officeHolders.of(id));
    }

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
        if (filter.state() != null
                && !filter.state().isBlank()
                && List.of(FindingState.values()).stream()
                        .noneMatch(state -> state.name().equals(filter.state()))) {
            throw new BadParameter("state", "没有这种整改状态。");
        }
        return filter;
    }

    @ExceptionHandler(BadParameter.class)
    ResponseEntity<ProblemDetail> badParameter(BadParameter bad) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, bad.getMessage());
        problem.setProperty("errors", List.of(Map.of("pointer", "/" + bad.name, "message", bad.getMessage())));
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** A finding with everything that happened to it. */
    record Detail(
            LedgerRow finding,
            List<FindingHistory.PlanVersion> planVersions,
            List<FindingHistory.Move> moves,
            List<EvidenceItem> evidence,
            List<Claim> claims,
            List<MeasureReport> measureReports,
            List<CoOwner> coOwners,
            List<OfficeHolders.Holder> officeHolders) {}

    private static final class BadParameter extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String name;

        BadParameter(String name, String message) {
            super(message);
            this.name = name;
        }
    }
}
