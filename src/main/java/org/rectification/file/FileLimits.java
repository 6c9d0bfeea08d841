package org.rectification.file;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * How long and how much. Local defaults, not law.
 *
 * @param unusedDays days after its upload when a file that nothing uses is let go
 * @param mostPerDay files that one person uploads on one day at most
 * @param largestPerDay bytes that one person uploads on one day at most
 */
@ConfigurationProperties("rectification.files")
record FileLimits(int unusedDays, int mostPerDay, DataSize largestPerDay) {

    FileLimits {
        if (unusedDays < 1 || mostPerDay < 1 || largestPerDay.toBytes() < 1) {
            throw new IllegalArgumentException("rectification.files: each limit is at least 1");
        }
    }
}
