package org.rectification.finding;

/** What a piece of evidence is (S30). */
public enum EvidenceKind {
    PHOTO_BEFORE("整改前照片"),
    PHOTO_AFTER("整改后照片"),
    MINUTES("会议记录"),
    RULE("制度文件"),
    VOUCHER("凭证"),
    NOTICE("公示"),
    LEDGER("台账"),
    OTHER("其他");

    private final String label;

    EvidenceKind(String label) {
        this.label = label;
    }

    /** The words on screens. */
    public String label() {
        return label;
    }
}
