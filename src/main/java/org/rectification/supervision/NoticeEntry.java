package org.rectification.supervision;

import java.time.LocalDate;
import java.util.List;
import org.springframework.lang.Nullable;

/**
 * A notice as it is to be sent.
 *
 * @param village code; null: to the township's party committee
 * @param sender in whose name, for who belongs to several; null: the only one, or the first
 * @param findings ids, none or several of the case
 * @param replyDueOn null: the default
 * @param documentNumber 文号; optional
 */
public record NoticeEntry(
        @Nullable String roundId,
        @Nullable String organisationId,
        @Nullable String village,
        @Nullable NoticeSender sender,
        @Nullable List<String> findings,
        @Nullable String title,
        @Nullable String demand,
        @Nullable LocalDate replyDueOn,
        @Nullable String documentNumber) {

    public NoticeEntry {
        findings = findings == null
                ? List.of()
                : findings.stream().distinct().sorted().toList();
        village = village == null || village.isBlank() ? null : village.strip();
        documentNumber = documentNumber == null || documentNumber.isBlank() ? null : documentNumber.strip();
    }

    boolean toVillage() {
        return village != null;
    }
}
