package org.rectification.finding;

/**
 * A finding in words for a screen; what does not apply is 无, never empty.
 *
 * @param place the village, or 镇本级
 * @param due due day, ISO date
 * @param measures done measures, one per line
 * @param claims claimed results with their files, one per line
 * @param evidence files with kind and days, one per line, and where else the same file was used
 * @param reports measures that were reported, one per line
 * @param coOwners 配合责任人 and whether their part is done, one per line
 * @param proposal reason and new day that wait for a decision
 * @param extensions how often the due day was extended, with the day that was set first
 * @param extension the request for a later day that waits, or the last one that was refused
 * @param decidedBy the level that decides about the request that waits
 * @param decidedByPerson whether one person does, so that no record of a body is needed
 * @param review what the last review of the long-term list concluded
 */
public record FindingCard(
        String number,
        String title,
        String place,
        String problem,
        String opinion,
        String leader,
        String branch,
        String person,
        String due,
        String state,
        String returns,
        String returnReason,
        String doer,
        String filledInBy,
        String result,
        String measures,
        String claims,
        String evidence,
        String reports,
        String coOwners,
        String verdict,
        String verifiedBy,
        String nextReviewOn,
        String proposal,
        String extensions,
        String extension,
        String decidedBy,
        boolean decidedByPerson,
        String review) {}
