package org.rectification.round.excel;

import java.util.List;
import org.rectification.workbook.Template;
import org.springframework.stereotype.Component;

/** The empty workbook that people download and fill in. */
@Component
public class RoundTemplate {

    private final SheetPlan plan;

    RoundTemplate(SheetPlan plan) {
        this.plan = plan;
    }

    /** The workbook as an .xlsx file. */
    public byte[] file() {
        return new Template(
                        List.of(
                                "非涉密系统，严禁录入、上传国家秘密。",
                                "每个表第一行是栏目名称，请勿改动；从第二行开始填写。“轮次”表只填一行，“问题”表一个问题一行。",
                                "上传后先显示逐行核对结果，确认之前不保存任何数据。"),
                        plan.sheets())
                .file();
    }
}
