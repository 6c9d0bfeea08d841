package org.rectification.file;

import java.time.OffsetDateTime;

/**
 * What is known about a stored file.
 *
 * @param mediaType found by its content
 * @param size bytes
 * @param sha256 of the content, 64 hexadecimal digits
 * @param uploadedAt when the last byte had arrived; never changes
 */
public record FileCard(
        String id,
        String name,
        String mediaType,
        long size,
        String sha256,
        Level level,
        String uploadedBy,
        OffsetDateTime uploadedAt) {}
