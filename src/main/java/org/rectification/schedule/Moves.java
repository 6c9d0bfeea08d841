package org.rectification.schedule;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.rectification.deadline.DateMove;
import org.springframework.lang.Nullable;

/**
 * What a change moves, for people to confirm.
 *
 * @param tasks open tasks with another due date
 * @param timers waiting timers with another moment
 * @param fingerprint of exactly this
 */
public record Moves(List<Move> moves, int tasks, int timers, String fingerprint) {

    /** One date, old and new; a date that comes or goes has one of them only. Days in ISO. */
    public record Move(
            String organisation, String what, @Nullable String from, @Nullable String to, boolean provisional) {}

    static Moves of(CaseMover.Outcome outcome, OrganisationNames names, String change) {
        var rows = outcome.moves().stream().map(each -> row(each, names)).toList();
        return new Moves(
                rows,
                outcome.engine().tasks(),
                outcome.engine().timers(),
                hash(change + outcome.moves() + outcome.engine()));
    }

    private static Move row(DateMove move, OrganisationNames names) {
        return new Move(
                names.of(move.roundId(), move.organisationId()),
                move.what(),
                move.from() == null ? null : move.from().toString(),
                move.to() == null ? null : move.to().toString(),
                move.provisional());
    }

    private static String hash(String content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
