package org.rectification.finding;

import java.time.LocalDate;
import java.util.List;
import org.rectification.file.FileIds;
import org.rectification.refusal.Violations;
import org.springframework.lang.Nullable;

/**
 * What is handed in with a result, a measure or a part: evidence, numbers of classified papers, claimed results. Rows that
 * nobody filled in are dropped.
 *
 * @param documentNumber numbers of classified papers that were handed in offline
 */
public record Proofs(
        @Nullable List<EvidenceEntry> evidence, @Nullable String documentNumber, @Nullable List<ClaimEntry> claims) {

    private static final int LONGEST_NUMBER = 200;
    private static final int MOST = 50;

    public Proofs {
        evidence = evidence == null
                ? List.of()
                : evidence.stream().filter(each -> !each.blank()).toList();
        claims = claims == null
                ? List.of()
                : claims.stream().filter(each -> !each.blank()).toList();
    }

    /** Nothing but the number of a classified paper. */
    public static Proofs number(String documentNumber) {
        return new Proofs(null, documentNumber, null);
    }

    boolean numbered() {
        return documentNumber != null && !documentNumber.isBlank();
    }

    boolean prove() {
        return !evidence.isEmpty() || numbered() || !claims.isEmpty();
    }

    void check(Violations violations, LocalDate today) {
        for (int i = 0; i < evidence.size(); i++) {
            evidence.get(i).check(violations, "evidence[" + i + "]", today);
        }
        for (int i = 0; i < claims.size(); i++) {
            claims.get(i).check(violations, "claims[" + i + "]");
        }
        violations
                .optionalText(documentNumber, "documentNumber", "涉密材料文号", LONGEST_NUMBER)
                .require(fileCount() <= MOST, "evidence", "一次最多提交" + MOST + "个文件。");
    }

    private int fileCount() {
        return evidence.stream()
                        .mapToInt(each -> FileIds.parse(each.files()).size())
                        .sum()
                + claims.stream()
                        .mapToInt(each -> FileIds.parse(each.files()).size())
                        .sum();
    }
}
