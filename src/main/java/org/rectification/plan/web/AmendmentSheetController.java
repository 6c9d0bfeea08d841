package org.rectification.plan.web;

import java.io.IOException;
import java.security.Principal;
import org.rectification.plan.sheet.AmendmentSheets;
import org.rectification.refusal.Refusal;
import org.rectification.round.CaseKey;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** A filled-in sheet as lines of an amendment: looked at here, handed in with the amendment's task. */
@RestController
class AmendmentSheetController {

    private final AmendmentSheets sheets;

    AmendmentSheetController(AmendmentSheets sheets) {
        this.sheets = sheets;
    }

    /** Looks at a ledger that was changed in Excel after issue: its differences become lines of the amendment; nothing is stored by looking. */
    @PostMapping(value = "/api/plans/{organisation}/amendments/sheet", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    AmendmentSheets.View look(
            @PathVariable String organisation,
            @RequestParam String round,
            @RequestParam("file") MultipartFile file,
            Principal person)
            throws IOException {
        if (round.indexOf('\0') >= 0 || organisation.indexOf('\0') >= 0) {
            throw Refusal.of("整改方案尚未印发，请在“整改方案编制表”页上传。");
        }
        return sheets.look(person.getName(), new CaseKey(round, organisation), file.getBytes());
    }
}
