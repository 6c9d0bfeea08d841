package org.rectification.round.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import org.rectification.round.excel.RoundImport;
import org.rectification.round.excel.RoundTemplate;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** A round by Excel: the template, and the preview of what a filled-in one would register. */
@RestController
@RequestMapping("/api/inspection-rounds")
class RoundExcelController {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final RoundTemplate template;
    private final RoundImport imports;

    RoundExcelController(RoundTemplate template, RoundImport imports) {
        this.template = template;
        this.imports = imports;
    }

    /** The empty workbook for a round. */
    @GetMapping("/template.xlsx")
    ResponseEntity<byte[]> template() {
        var name = ContentDisposition.attachment()
                .filename("巡察轮次登记模板.xlsx", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(template.file());
    }

    /** Nothing is saved: a person confirms by sending the answer's {@code round} as the start itself. */
    @PostMapping(value = "/preview", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    RoundImport.Preview preview(@RequestParam("file") MultipartFile file, Principal person) throws IOException {
        return imports.preview(file.getBytes(), person.getName());
    }
}
