package org.rectification.period;

/** What can have happened to a finding since the last report, with the words that a report has for it. */
enum ProgressChange {
    STRUCK_OFF("销号"),
    LONG_TERM("转入长期坚持"),
    CONTINUED("转入持续整改"),
    EXTENDED("同意延期"),
    RETURNED("被退回"),
    NEWLY_LATE("新增逾期");

    private final String label;

    ProgressChange(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
