package org.rectification.round;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.rectification.round.intake.RoundRequest;

/**
 * The canonical content of a round and its SHA-256: the same whatever the order of names, the white space and whether
 * defaults were spelt out.
 */
final class ContentHash {

    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private ContentHash() {}

    /** JSON of the request with its defaults filled in; it can be sent as a start again. */
    static String canonical(RoundRequest round) {
        try {
            return CANONICAL.writeValueAsString(round);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a checked round is plain data", e);
        }
    }

    static String of(RoundRequest round) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(canonical(round).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
