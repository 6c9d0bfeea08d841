package org.rectification.plan.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The columns that the plan sheet and the ledger's export share, the same when they are written and when they are read. One
 * row per finding, so that rows may be sorted, filtered and left out; measures stand side by side in numbered groups of three
 * columns. What follows them is for reading only and says so in its header.
 */
final class Columns {

    /** Hidden: which finding a row is about. */
    static final String ID = "问题标识（请勿改动）";

    /** Hidden: what the line said when the sheet was downloaded. */
    static final String FINGERPRINT = "校验码（请勿改动）";

    static final String PLACE = "村（居）";
    static final String NUMBER = "序号";
    static final String PROBLEM = "具体问题";
    static final String OPINION = "整改意见";
    static final String LEADER = "责任领导";
    static final String BRANCH = "责任党支部（股室）";
    static final String PERSON = "责任人员";
    static final String GOAL = "整改目标";
    static final String DUE_ON = "整改时限";
    static final String ROOT_CAUSE = "根源剖析";
    static final String SIMILAR_CHECK = "举一反三排查情况";
    static final String SIMILAR_CHECKED = "排查数量";
    static final String SIMILAR_FOUND = "发现同类问题数量";
    static final String NO_NOW_REASON = "没有当下改措施的理由";
    static final String NO_LASTING_REASON = "没有长久立措施的理由";
    static final String OWNER_REASON = "责任人调整或层级不一致的理由";

    /** Shown, and not to be changed. */
    static final List<String> GIVEN = List.of(ID, FINGERPRINT, PLACE, NUMBER, PROBLEM, OPINION);

    /** To be filled in; the groups of measures follow. */
    static final List<String> FIELDS =
            List.of(LEADER, BRANCH, PERSON, GOAL, DUE_ON, ROOT_CAUSE, SIMILAR_CHECK, SIMILAR_CHECKED, SIMILAR_FOUND);

    static final List<String> REASONS = List.of(NO_NOW_REASON, NO_LASTING_REASON, OWNER_REASON);

    /** Groups of measures that a sheet has at least. */
    private static final int FEWEST_GROUPS = 4;

    private static final String READ_ONLY = "（只读）";

    static final String HORIZON = "类别";
    static final String TEXT = "内容";
    static final String LIMIT = "时限";

    private static final Pattern MEASURE = Pattern.compile("措施(\\d{1,2})(类别|内容|时限)");

    /** Where a violation of a line stands in the sheet. */
    private static final Map<String, String> BY_FIELD = Map.ofEntries(
            Map.entry("leader", LEADER),
            Map.entry("branch", BRANCH),
            Map.entry("person", PERSON),
            Map.entry("goal", GOAL),
            Map.entry("dueOn", DUE_ON),
            Map.entry("rootCause", ROOT_CAUSE),
            Map.entry("similarCheck", SIMILAR_CHECK),
            Map.entry("similarChecked", SIMILAR_CHECKED),
            Map.entry("similarFound", SIMILAR_FOUND),
            Map.entry("noNowReason", NO_NOW_REASON),
            Map.entry("noLastingReason", NO_LASTING_REASON),
            Map.entry("ownerReason", OWNER_REASON),
            Map.entry("fingerprint", FINGERPRINT));

    private static final Pattern MEASURE_FIELD = Pattern.compile("measures\\[(\\d+)]\\.(\\w+)");

    private Columns() {}

    /**
     * Every header in its order.
     *
     * @param measures the most that a row has; one empty group more is left for another
     * @param further names of the columns for reading only
     */
    static List<String> headers(int measures, List<String> further) {
        var headers = new ArrayList<String>(GIVEN);
        headers.addAll(FIELDS);
        for (int group = 1; group <= Math.max(FEWEST_GROUPS, measures + 1); group++) {
            headers.add(measure(group, HORIZON));
            headers.add(measure(group, TEXT));
            headers.add(measure(group, LIMIT));
        }
        headers.addAll(REASONS);
        further.forEach(name -> headers.add(name + READ_ONLY));
        return headers;
    }

    static boolean isReadOnly(String header) {
        return header.endsWith(READ_ONLY);
    }

    /** Whether people write below it. */
    static boolean isFilledIn(String header) {
        return FIELDS.contains(header) || REASONS.contains(header) || isMeasure(header);
    }

    static boolean isDay(String header) {
        return header.equals(DUE_ON) || isMeasure(header) && header.endsWith(LIMIT);
    }

    static String measure(int number, String part) {
        return "措施" + number + part;
    }

    static boolean isMeasure(String header) {
        return MEASURE.matcher(header).matches();
    }

    /** Number of the group that a header belongs to. */
    static int groupOf(String header) {
        var matcher = MEASURE.matcher(header);
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    /**
     * The header of the column that a violation's field stands in.
     *
     * @param groups number of the group in which each measure of the entry was written
     */
    static String ofField(String field, List<Integer> groups) {
        var measure = MEASURE_FIELD.matcher(field);
        if (measure.matches()) {
            int group = groups.get(Integer.parseInt(measure.group(1)));
            var part =
                    switch (measure.group(2)) {
                        case "horizon" -> HORIZON;
                        case "dueOn" -> LIMIT;
                        default -> TEXT;
                    };
            return measure(group, part);
        }
        return field.equals("measures") ? measure(1, TEXT) : BY_FIELD.getOrDefault(field, "");
    }
}
