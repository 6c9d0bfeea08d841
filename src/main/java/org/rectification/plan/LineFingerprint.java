package org.rectification.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells whether a line says the same as it did: a short hash of its fields and of who answers for the finding. */
final class LineFingerprint {

    /** What a person is told whose line is no longer what it was. */
    static final String CHANGED = "在下载编制表之后已被修改，请重新下载后核对再填。";

    private static final int LENGTH = 16;

    private LineFingerprint() {}

    static String of(PlannedLine planned) {
        var content = LineContent.of(planned);
        // The line itself may propose other owners than those of the moment.
        var fields = Stream.of(LineField.values())
                .filter(field -> field != LineField.LEADER && field != LineField.PERSON)
                .map(field -> field + "=" + field.value(content))
                .collect(Collectors.joining("\n"));
        var owners = planned.owners();
        var text = fields + "\n" + (owners == null ? "" : owners.leader() + "/" + owners.person());
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
