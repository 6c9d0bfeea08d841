package org.rectification.people.excel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rectification.deadline.CodedLabel;
import org.rectification.deadline.Profiles;
import org.rectification.people.Role;
import org.rectification.workbook.Column;
import org.rectification.workbook.Template;
import org.springframework.stereotype.Component;

/** The sheets of the workbook 人员和分工 and their columns. */
@Component
class PeopleSheets {

    static final String ORGANISATIONS = "单位";
    static final String VILLAGES = "村居";
    static final String PEOPLE = "人员";
    static final String DUTIES = "分工";
    static final String CONTACTS = "对接联系人";

    static final String ACTIVE = "ACTIVE";
    static final String LEFT = "LEFT";

    private final Map<String, List<Column>> sheets = new LinkedHashMap<>();

    PeopleSheets(Profiles profiles) {
        sheets.put(
                ORGANISATIONS,
                List.of(
                        Column.text("code", "单位编码", true, "小写字母、数字和连字符，如 qingxi-town；登记后不能改"),
                        Column.text("name", "单位名称", true, "1 至 64 个字，如 清溪镇党委")));
        sheets.put(
                VILLAGES,
                List.of(
                        owner(true),
                        Column.text("code", "村（居）编码", true, "小写字母、数字和连字符，如 qx-v1"),
                        Column.text("name", "村（居）名称", true, "1 至 64 个字"),
                        Column.text("branch", "党支部名称", true, "1 至 64 个字，如 上坡村党支部")));
        sheets.put(
                PEOPLE,
                List.of(
                        Column.text("id", "登录名", true, "小写字母、数字和连字符；登记后不能改"),
                        Column.text("name", "姓名", true, "1 至 32 个字"),
                        Column.text("office", "职务", true, "1 至 64 个字，如 副镇长"),
                        owner(false),
                        Column.choice("state", "状态", false, List.of("在岗", ACTIVE, "离岗", LEFT)),
                        Column.text("email", "电子邮箱", false, "接收每日待办提醒，如 clerk@example.cn；不填不变动，填“无”则取消")));
        sheets.put(
                DUTIES,
                List.of(
                        Column.text("id", "登录名", true, "与“人员”表一致；“人员”表中的人在本表没有写的职责，视为已经不再承担"),
                        Column.choice("role", "角色", true, roles()),
                        Column.text("village", "村（居）编码", false, "包村领导、包村干部、村（居）党支部书记必填"),
                        Column.choice("area", "分管领域", false, areas(profiles)),
                        Column.date("since", "任职日期", true)));
        sheets.put(
                CONTACTS,
                List.of(
                        owner(true),
                        Column.choice(
                                "body",
                                "对接单位",
                                true,
                                List.of(
                                        "巡察办",
                                        "INSPECTION_OFFICE",
                                        "纪检监察室",
                                        "DISCIPLINE_SUPERVISION",
                                        "干监室",
                                        "CADRE_SUPERVISION")),
                        Column.text("office", "科室名称", true, "如 市纪委监委第三纪检监察室"),
                        Column.text("contact", "联系人", true, "1 至 32 个字"),
                        Column.text("phone", "办公电话", true, "只填办公电话")));
    }

    Map<String, List<Column>> sheets() {
        return sheets;
    }

    Optional<Column> column(String sheet, String field) {
        return sheets.get(sheet).stream()
                .filter(column -> column.field().equals(field))
                .findFirst();
    }

    /** The word in the cell for a code, or the text itself. */
    String word(String sheet, String field, String value) {
        return column(sheet, field)
                .flatMap(column -> column.choices().entrySet().stream()
                        .filter(choice -> choice.getValue().equals(value))
                        .map(Map.Entry::getKey)
                        .findFirst())
                .orElse(value);
    }

    Template template() {
        return new Template(
                List.of(
                        "非涉密系统，严禁录入、上传国家秘密。",
                        "每个表第一行是栏目名称，请勿改动；从第二行开始填写。没有变动的单位、人员可以不填。",
                        "人员离岗的，状态填“离岗”，不删除；离岗前须办理工作交接。",
                        "上传后先显示逐行核对结果和将发生的变动，确认之前不保存任何数据。"),
                sheets);
    }

    private static Column owner(boolean required) {
        return Column.text("organisation", "单位编码", required, required ? "与“单位”表或者已登记的单位一致" : "监督单位人员不填");
    }

    private static List<String> roles() {
        var words = new ArrayList<String>();
        for (var role : Role.values()) {
            words.addAll(List.of(role.label(), role.name()));
        }
        return words;
    }

    private static List<String> areas(Profiles profiles) {
        var areas = new LinkedHashMap<String, String>();
        for (var profile : profiles.all()) {
            for (CodedLabel area : profile.areas().value()) {
                areas.putIfAbsent(area.label(), area.code());
            }
        }
        var words = new ArrayList<String>();
        areas.forEach((label, code) -> words.addAll(List.of(label, code)));
        return words;
    }
}
