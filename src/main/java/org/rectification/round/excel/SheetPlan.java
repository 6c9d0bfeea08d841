package org.rectification.round.excel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rectification.deadline.CodedLabel;
import org.rectification.deadline.Profile;
import org.rectification.deadline.Profiles;
import org.rectification.round.intake.RoundRequest.Source;
import org.rectification.workbook.Column;
import org.springframework.stereotype.Component;

/** The sheets of the workbook and their columns: the same fields as the JSON of a start, one row per object. */
@Component
class SheetPlan {

    static final String ROUND = "轮次";
    static final String ORGANISATIONS = "党组织";
    static final String VILLAGES = "村居";
    static final String OPINIONS = "整改意见";
    static final String FINDINGS = "问题";

    /** The column that says to which organisation a row belongs; not a field of its own. */
    static final String OWNER = "organisation";

    private final Profiles profiles;

    SheetPlan(Profiles profiles) {
        this.profiles = profiles;
    }

    /** As of now: an administrator may have made a profile meanwhile. */
    Map<String, List<Column>> sheets() {
        var sheets = new LinkedHashMap<String, List<Column>>();
        sheets.put(ROUND, round(profiles.all()));
        sheets.put(ORGANISATIONS, organisations());
        sheets.put(
                VILLAGES,
                List.of(
                        owner(),
                        Column.text("code", "村（居）编码", true, "小写字母、数字和连字符，如 qx-v1"),
                        Column.text("name", "村（居）名称", true, "1 至 64 个字"),
                        Column.choice("inspection", "巡察方式", true, List.of("全覆盖巡察", "COVERED", "点穴式巡察", "PINPOINT"))));
        sheets.put(
                OPINIONS,
                List.of(
                        owner(),
                        Column.text("number", "编号", true, "同一党组织内不重复"),
                        Column.text("text", "意见内容", true, "1 至 2,000 个字")));
        sheets.put(FINDINGS, findings(profiles.all()));
        return sheets;
    }

    Optional<Column> column(String sheet, String field) {
        return sheets().get(sheet).stream()
                .filter(column -> column.field().equals(field))
                .findFirst();
    }

    private static Column owner() {
        return Column.text(OWNER, "党组织编码", true, "与“党组织”表中的编码一致");
    }

    private static List<Column> round(List<Profile> profiles) {
        var names = new ArrayList<String>();
        profiles.forEach(profile -> names.addAll(List.of(profile.name(), profile.id())));
        return List.of(
                Column.text("roundNumber", "轮次", true, "如 第十三轮"),
                Column.text("batch", "批次", true, "如 第一批次"),
                Column.text("inspectionTeam", "巡察组", true, "如 市委巡察一组"),
                Column.date("inspectedFrom", "巡察开始日期", true),
                Column.date("inspectedTo", "巡察结束日期", true),
                Column.date("leadingGroupHeardOn", "巡察工作领导小组听取汇报日期", true),
                Column.date("fivePersonGroupHeardOn", "“五人小组”听取汇报日期", true),
                Column.choice("profile", "口径", true, names));
    }

    private static List<Column> organisations() {
        return List.of(
                Column.text("code", "党组织编码", true, "系统中的编码，如 qingxi-town"),
                Column.text("name", "党组织名称", true, "1 至 64 个字"),
                Column.date("feedbackOn", "反馈日期", true),
                Column.date("completeBy", "整改完成日期", false),
                Column.text("feedbackNumber", "反馈意见文号", false, "可不填"),
                Column.date("inspectedFrom", "巡察开始日期", false),
                Column.date("inspectedTo", "巡察结束日期", false));
    }

    private static List<String> sources() {
        return Stream.of(Source.values())
                .flatMap(source -> Stream.of(source.label(), source.name()))
                .toList();
    }

    private static List<Column> findings(List<Profile> profiles) {
        var areas = new LinkedHashMap<String, String>();
        for (var profile : profiles) {
            for (CodedLabel area : profile.areas().value()) {
                areas.putIfAbsent(area.label(), area.code());
            }
        }
        var words = new ArrayList<String>();
        areas.forEach((label, code) -> words.addAll(List.of(label, code)));
        return List.of(
                owner(),
                Column.text("number", "编号", true, "镇级清单或同一村清单内不重复"),
                Column.text("title", "标题", false, "最多 40 个字，不填取问题首句"),
                Column.choice("area", "问题类别", true, words),
                Column.text("aspect", "方面", false, "最多 60 个字"),
                Column.choice("source", "问题来源", true, sources()),
                Column.choice("level", "层级", true, List.of("镇级", "TOWN", "村级", "VILLAGE")),
                Column.text("village", "村（居）编码", false, "村级问题必填，与“村居”表一致"),
                Column.text("problem", "具体问题", true, "1 至 4,000 个字"),
                Column.text("opinion", "整改意见", false, "最多 4,000 个字"),
                Column.date("originDate", "原问题日期", false),
                Column.text("originNumber", "原文号", false, "可不填"),
                Column.flag("immediate", "立行立改"),
                Column.date("immediateNoticeOn", "立行立改通知日期", false),
                Column.text("immediateNoticeNumber", "立行立改通知文号", false, "可不填"),
                Column.date("immediateDueOn", "立行立改期限", false),
                Column.flag("keyConcern", "重点关注"),
                Column.choice("special", "专题", false, List.of("选人用人", "CADRE_SELECTION", "意识形态", "IDEOLOGY"))
                        .several(),
                Column.choice("addressee", "反馈对象", false, List.of("领导班子", "TEAM", "主要负责人", "PRINCIPAL")),
                Column.choice("topic", "问题性质", false, List.of("信访", "PETITION", "作风", "WORK_STYLE", "其他", "OTHER")));
    }
}
