package org.rectification.accountability;

/** How far a suggestion has come (整改问责建议 → 采纳/不采纳 → 移送 → 结果登记). */
public enum MatterState {
    RAISED("待研究"),
    DISMISSED("不采纳"),
    TAKEN_UP("已采纳"),
    EXPLAINED("已听取说明"),
    REFERRED("已移送"),
    CONCLUDED("结果已登记");

    private final String label;

    MatterState(String label) {
        this.label = label;
    }

    /** The words on screens. */
    public String label() {
        return label;
    }
}
