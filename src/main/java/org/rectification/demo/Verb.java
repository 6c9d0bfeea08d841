package org.rectification.demo;

import java.util.Locale;

/** What people do about a finding, as the story names it. */
enum Verb {
    REFUSED("填报未予受理", 9),
    REPORT("报告整改结果", 9),
    ACCEPT("审核通过", 11),
    SEND_BACK("审核退回", 11),
    DONE("核验通过", 15),
    MOSTLY("核验为基本完成", 15),
    NOT_DONE("核验退回", 15),
    CONFIRM("确认核验结果", 16),
    LONG_TERM("核验为长期坚持", 15),
    CONSENT("同意转为长期坚持", 16),
    EXTEND("申请延期", 10),
    GRANT("同意延期", 14),
    RECUR("登记反弹", 10);

    private final String label;
    private final int hour;

    Verb(String label, int hour) {
        this.label = label;
        this.hour = hour;
    }

    static Verb of(String told) {
        return valueOf(told.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT));
    }

    /** Says it of a finding. */
    String of(Story.Township township, Story.Problem problem) {
        return township.name() + "：" + label + "“" + problem.title() + "”";
    }

    /** Hour of the day at which it is usually done. */
    int hour() {
        return hour;
    }
}
