package org.rectification.schedule.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.rectification.deadline.CalendarTable;
import org.rectification.schedule.CalendarImport;
import org.rectification.schedule.Moves;
import org.rectification.schedule.excel.NoticeFile;
import org.rectification.workbook.RowError;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.lang.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** 工作日历: the notices about days off. Everybody may read them, administrators import them. */
@RestController
@RequestMapping("/api/calendar")
class CalendarController {

    private static final String ADMINISTRATORS = "camunda-admin";
    private static final String TEMPLATE = "\ufeff日期,类别,名称\r\n2027-01-01,放假,元旦\r\n";

    private final CalendarImport imports;

    CalendarController(CalendarImport imports) {
        this.imports = imports;
    }

    /** Which years' notices of days off are known, and what is provisional. */
    @GetMapping
    Calendar calendar(Authentication login) {
        return new Calendar(
                administers(login), imports.standing().stream().map(Year::of).toList());
    }

    /** The empty sheet for a year's notice, as CSV. */
    @GetMapping("/template.csv")
    ResponseEntity<byte[]> template() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"calendar.csv\"")
                .body(TEMPLATE.getBytes(StandardCharsets.UTF_8));
    }

    /** Nothing is saved. */
    @PostMapping(value = "/preview", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Preview preview(@RequestParam("file") MultipartFile file, @RequestParam String source, Authentication login)
            throws IOException {
        demandAdministrator(login);
        var read = NoticeFile.read(String.valueOf(file.getOriginalFilename()), file.getBytes());
        return read.notice() == null
                ? new Preview(read.errors(), 0, 0, null)
                : new Preview(
                        List.of(),
                        read.notice().year(),
                        read.notice().days().size(),
                        imports.preview(read.notice(), source, login.getName()));
    }

    /** The same file again, with the fingerprint of what was shown. */
    @PostMapping(value = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Moves confirm(
            @RequestParam("file") MultipartFile file,
            @RequestParam String source,
            @RequestParam String fingerprint,
            Authentication login)
            throws IOException {
        demandAdministrator(login);
        var read = NoticeFile.read(String.valueOf(file.getOriginalFilename()), file.getBytes());
        org.rectification.refusal.Refusal.ifAny(read.errors().stream()
                .map(error -> new org.rectification.refusal.Refusal.Violation("file", error.message()))
                .toList());
        return imports.confirm(read.notice(), source, fingerprint, login.getName());
    }

    private static boolean administers(Authentication login) {
        return login.getAuthorities().stream().anyMatch(each -> ADMINISTRATORS.equals(each.getAuthority()));
    }

    private static void demandAdministrator(Authentication login) {
        if (!administers(login)) {
            throw new AccessDeniedException("only administrators import the calendar");
        }
    }

    record Calendar(boolean mayImport, List<Year> years) {}

    record Year(int year, String source, String by, String at, int holidays, int workdays) {

        static Year of(CalendarTable.Standing each) {
            return new Year(
                    each.year(),
                    each.source(),
                    each.by(),
                    each.at()
                            .atZoneSameInstant(org.rectification.deadline.ShanghaiTime.ZONE)
                            .toLocalDate()
                            .toString(),
                    each.holidays(),
                    each.workdays());
        }
    }

    /** @param moves null when there are errors */
    record Preview(List<RowError> errors, int year, int days, @Nullable Moves moves) {}
}
