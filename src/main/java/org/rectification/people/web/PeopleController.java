package org.rectification.people.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.rectification.people.RegisterReader;
import org.rectification.people.excel.PeopleImport;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** 人员和分工: for administrators alone; its trail also for supervisors. */
@RestController
@RequestMapping("/api/people")
class PeopleController {

    private static final String ADMINISTRATORS = "camunda-admin";
    private static final List<String> TRAIL_READERS =
            List.of(ADMINISTRATORS, "inspection-office", "discipline-supervision", "cadre-supervision");
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final int PAGE = 50;
    private static final int LAST_PAGE = 10_000;

    private final PeopleImport imports;
    private final RegisterReader reader;

    PeopleController(PeopleImport imports, RegisterReader reader) {
        this.imports = imports;
        this.reader = reader;
    }

    /** Organisations, villages, people and their duties; for administrators. */
    @GetMapping
    Overview overview(Authentication login) {
        demand(login, List.of(ADMINISTRATORS));
        return new Overview(reader.organisations(), reader.people(), reader.duties());
    }

    /** The empty workbook for people and duties. */
    @GetMapping("/template.xlsx")
    ResponseEntity<byte[]> template(Authentication login) {
        demand(login, List.of(ADMINISTRATORS));
        return file("人员和分工模板.xlsx", imports.template());
    }

    /** The register of people as a workbook with the columns of the import. */
    @GetMapping("/register.xlsx")
    ResponseEntity<byte[]> register(Authentication login) {
        demand(login, List.of(ADMINISTRATORS));
        return file("人员和分工.xlsx", imports.register());
    }

    /** Nothing is saved. */
    @PostMapping(value = "/preview", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    PeopleImport.Preview preview(@RequestParam("file") MultipartFile file, Authentication login) throws IOException {
        demand(login, List.of(ADMINISTRATORS));
        return imports.preview(file.getBytes(), login.getName());
    }

    /** The same file again, with the fingerprint of what was shown. */
    @PostMapping(value = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    PeopleImport.Result confirm(
            @RequestParam("file") MultipartFile file, @RequestParam String fingerprint, Authentication login)
            throws IOException {
        demand(login, List.of(ADMINISTRATORS));
        return imports.confirm(file.getBytes(), fingerprint, login.getName());
    }

    /** What changed in the register of people, page by page. */
    @GetMapping("/trail")
    List<Map<String, String>> trail(@RequestParam(defaultValue = "0") int page, Authentication login) {
        demand(login, TRAIL_READERS);
        return reader.trail(Math.min(Math.max(page, 0), LAST_PAGE), PAGE);
    }

    private static void demand(Authentication login, List<String> groups) {
        if (login.getAuthorities().stream().noneMatch(authority -> groups.contains(authority.getAuthority()))) {
            throw new AccessDeniedException("not one of " + groups);
        }
    }

    private static ResponseEntity<byte[]> file(String name, byte[] content) {
        var disposition = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(content);
    }

    record Overview(
            List<Map<String, String>> organisations,
            List<Map<String, String>> people,
            List<Map<String, String>> duties) {}
}
