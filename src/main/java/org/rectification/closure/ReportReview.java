package org.rectification.closure;

import java.time.LocalDate;
import java.util.List;
import org.springframework.lang.Nullable;

/**
 * One recorded joint review.
 *
 * @param number 1 for the first; also the edition of the reports that was reviewed
 * @param reason of a return
 */
public record ReportReview(
        int number, LocalDate reviewedOn, List<ReviewBody> bodies, boolean accepted, @Nullable String reason) {}
