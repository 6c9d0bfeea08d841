package org.rectification.round;

import java.time.LocalDate;
import java.util.List;

/**
 * Receipts of the team and of every village in one list, and the liaison contacts (S33), as the clerk collects them.
 *
 * @param receivedOn day on which the leadership team received the feedback
 * @param receivedBy who signed for the team
 */
public record ReceiptList(
        LocalDate receivedOn, String receivedBy, List<VillageReceipt> villages, List<LiaisonContact> contacts) {

    public ReceiptList {
        villages = villages == null ? List.of() : List.copyOf(villages);
        contacts = contacts == null ? List.of() : List.copyOf(contacts);
    }

    /** @param name shown only; the code counts */
    public record VillageReceipt(String code, String name, LocalDate receivedOn, String receivedBy) {}

    /** @param body code of the supervising body; {@code name} is shown only */
    public record LiaisonContact(String body, String name, String office, String contact, String phone) {}
}
