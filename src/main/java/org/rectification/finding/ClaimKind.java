package org.rectification.finding;

/** What a rectification is said to have brought about (S28, S39). */
public enum ClaimKind {
    SYSTEM_MADE("新建制度", "项", EvidenceKind.RULE),
    SYSTEM_REVISED("修订制度", "项", EvidenceKind.RULE),
    MONEY_RECOVERED("挽回资金", "元", EvidenceKind.VOUCHER),
    PEOPLE_OWN_LEVEL("问责本级人员", "人", EvidenceKind.OTHER),
    PEOPLE_LOWER_LEVEL("问责下级人员", "人", EvidenceKind.OTHER),
    SIMILAR_FOUND("举一反三发现同类问题", "个", EvidenceKind.LEDGER),
    SIMILAR_FIXED("举一反三整改同类问题", "个", EvidenceKind.LEDGER),
    CAMPAIGN("开展专项整治", "项", EvidenceKind.OTHER);

    private final String label;
    private final String unit;
    private final EvidenceKind evidence;

    ClaimKind(String label, String unit, EvidenceKind evidence) {
        this.label = label;
        this.unit = unit;
        this.evidence = evidence;
    }

    /** The words on screens. */
    public String label() {
        return label;
    }

    public String unit() {
        return unit;
    }

    /** What the file of such a claim is filed as. */
    EvidenceKind evidence() {
        return evidence;
    }

    /** Whether only whole numbers make sense. */
    boolean counted() {
        return this != MONEY_RECOVERED;
    }
}
