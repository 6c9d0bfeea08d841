package org.rectification.demo;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rectification.demo.DemoFindings.Standing;
import org.rectification.demo.Story.Problem;
import org.rectification.demo.Story.Township;
import org.rectification.file.Level;
import org.rectification.file.StoredFiles;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Makes the papers that the story names into real small files and uploads them in the name of whoever reports. */
@Component
@Profile("demo")
class Exhibits {

    private static final String BETWEEN = "；";

    private final StoredFiles files;
    private final Clock clock;

    Exhibits(StoredFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    /** What a paper of this name is, and as which file it would come. */
    private record Form(String words, String kind, String ending) {}

    private static final List<Form> FORMS = List.of(
            new Form("照片|截图|影像", "PHOTO_AFTER", ".png"),
            new Form("凭证|收据|回单|签领表|通知书", "VOUCHER", ".pdf"),
            new Form("台账|表|名册|目录|清单|明细|登记", "LEDGER", ".xlsx"),
            new Form("公示|公告|公开", "NOTICE", ".pdf"),
            new Form("办法|制度|预案|〕|规定|村规民约", "RULE", ".docx"),
            new Form("会议|记录|纪要", "MINUTES", ".pdf"));

    /** Uploads and fills in what belongs to a reported result. */
    void into(Map<String, Object> entry, Township township, Problem problem, Standing finding) {
        var uploaded = new ArrayList<String>();
        var evidence = new ArrayList<Map<String, Object>>();
        for (var name : problem.evidence().split(BETWEEN)) {
            var form = formOf(name);
            var id = upload(township, problem, finding, name, form);
            uploaded.add(id);
            evidence.add(Map.of(
                    "files",
                    id,
                    "kind",
                    form.kind(),
                    "representsOn",
                    LocalDate.now(clock).minusDays(1).toString()));
        }
        entry.put("evidence", evidence);
        if (problem.achieved() != null) {
            entry.put(
                    "claims",
                    problem.achieved().stream()
                            .map(each -> claim(each, uploaded.get(each.exhibit())))
                            .toList());
        }
    }

    private static Map<String, Object> claim(Story.Achieved achieved, String file) {
        var claim = new LinkedHashMap<String, Object>();
        claim.put("kind", achieved.kind());
        claim.put("quantity", achieved.quantity());
        claim.put("text", achieved.text());
        claim.put("files", file);
        return claim;
    }

    private static Form formOf(String name) {
        return FORMS.stream()
                .filter(form -> name.matches(".*(" + form.words() + ").*"))
                .findFirst()
                .orElse(new Form("", "OTHER", ".pdf"));
    }

    private String upload(Township township, Problem problem, Standing finding, String name, Form form) {
        // Whoever copies a paragraph copies the paper that goes with it.
        var subject = Boolean.TRUE.equals(problem.copiedPapers()) ? "学习教育" : problem.title() + finding.id();
        var content =
                switch (form.ending()) {
                    case ".png" ->
                        Papers.png(subject.substring(subject.length() - 12), new Color(subject.hashCode() & 0x7F7F7F));
                    case ".xlsx" -> Papers.xlsx(List.of(List.of("事项", "情况"), List.of(subject, problem.result())));
                    case ".docx" -> Papers.docx(name + "（演示）", subject, problem.goal());
                    default -> Papers.pdf(name + "（演示）", subject);
                };
        return files.upload(
                        finding.person(),
                        finding.roundId(),
                        township.code(),
                        name + form.ending(),
                        Level.INTERNAL,
                        new ByteArrayInputStream(content))
                .id();
    }
}
