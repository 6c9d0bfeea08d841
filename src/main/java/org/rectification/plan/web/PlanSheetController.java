package org.rectification.plan.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.NoSuchElementException;
import org.rectification.plan.sheet.PlanImportSteps;
import org.rectification.plan.sheet.PlanImports;
import org.rectification.plan.sheet.PlanSheets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.lang.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The plan sheet out and in: downloaded, filled in offline, looked at, confirmed, saved step by step. */
@RestController
class PlanSheetController {

    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final PlanSheets sheets;
    private final PlanImports imports;
    private final PlanImportSteps steps;

    PlanSheetController(PlanSheets sheets, PlanImports imports, PlanImportSteps steps) {
        this.sheets = sheets;
        this.imports = imports;
        this.steps = steps;
    }

    /** @param drafter {@code me} for the lines that the person drafts; absent: all that the person may fill in */
    /** The pre-filled Excel sheet of plan lines, for all findings or those of one drafter. */
    @GetMapping("/api/plan-sheet.xlsx")
    void download(
            @RequestParam String round,
            @RequestParam @Nullable String drafter,
            Principal person,
            HttpServletResponse response)
            throws IOException {
        var lines = sheets.lines(person.getName(), round, "me".equals(drafter));
        response.setContentType(EXCEL);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("整改方案编制表.xlsx", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        sheets.write(lines, response.getOutputStream());
    }

    /** The plan stays as it is until the import is confirmed by its first step. */
    @PostMapping(value = "/api/plan-imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    PlanImports.View upload(@RequestParam String round, @RequestParam("file") MultipartFile file, Principal person)
            throws IOException {
        var name = file.getOriginalFilename() == null
                ? ""
                : file.getOriginalFilename().replace("\0", "");
        return imports.upload(person.getName(), round, name, file.getBytes());
    }

    /** What the person uploaded last in this round, or 204. */
    @GetMapping("/api/plan-imports")
    ResponseEntity<PlanImports.View> latest(@RequestParam String round, Principal person) {
        var view = round.indexOf('\0') >= 0 ? null : imports.latest(person.getName(), round);
        return view == null ? ResponseEntity.noContent().build() : ResponseEntity.ok(view);
    }

    /** How far an import of plan lines is, with its row errors. */
    @GetMapping("/api/plan-imports/{id}")
    PlanImports.View get(@PathVariable String id, Principal person) {
        return imports.get(person.getName(), id);
    }

    /** Confirms and goes on; to be called until the state is no longer {@code RUNNING}. */
    @PostMapping("/api/plan-imports/{id}/steps")
    PlanImports.View step(@PathVariable String id, Principal person) {
        return steps.step(person.getName(), id);
    }

    /** Rows that are saved stay saved. */
    @DeleteMapping("/api/plan-imports/{id}")
    PlanImports.View abandon(@PathVariable String id, Principal person) {
        return imports.abandon(person.getName(), id);
    }

    @ExceptionHandler(NoSuchElementException.class)
    ProblemDetail nothing() {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "没有由您填写的方案内容。");
    }
}
