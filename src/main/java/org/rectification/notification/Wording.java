package org.rectification.notification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a message says: plain text, counts and a link. */
final class Wording {

    private Wording() {}

    static String subject(Message message) {
        var figures = message.figures();
        if (message.kind() == Message.Kind.RED) {
            return "巡察整改：有新的红色督办事项，请及时办理";
        }
        return "巡察整改：待办%d项%s".formatted(figures.open(), figures.overdue() > 0 ? "，逾期" + figures.overdue() + "项" : "");
    }

    static String text(Message message, String link) {
        var lines = new ArrayList<String>();
        lines.add(message.kind() == Message.Kind.RED ? "有新的红色督办事项。" : "%s整改提醒：".formatted(chinese(message.day())));
        lines.addAll(counts(message.figures()));
        lines.add("请登录系统查看和办理：" + link);
        lines.add("本消息由系统自动发送，请勿回复。非涉密系统，严禁录入、上传国家秘密。");
        return String.join("\n", lines);
    }

    /** What the digest of a day says, without the way into the system: for whoever is in it already. */
    static List<String> digest(LocalDate day, Figures figures) {
        var lines = new ArrayList<String>();
        lines.add("%s整改提醒：".formatted(chinese(day)));
        lines.addAll(counts(figures));
        return lines;
    }

    private static List<String> counts(Figures figures) {
        var lines = new ArrayList<String>();
        lines.add("待办%d项，其中逾期%d项。".formatted(figures.open(), figures.overdue()));
        if (figures.green() + figures.yellow() + figures.red() > 0) {
            lines.add("新增绿色提醒%d项、黄色预警%d项、红色督办%d项。".formatted(figures.green(), figures.yellow(), figures.red()));
        }
        if (figures.notices() > 0) {
            lines.add("督办待回复%d件。".formatted(figures.notices()));
        }
        if (figures.villages() > 0) {
            lines.add("%d个村有待办。".formatted(figures.villages()));
        }
        return lines;
    }

    private static String chinese(LocalDate day) {
        return "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }
}
