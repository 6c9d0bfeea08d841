package org.rectification.finding;

import java.time.LocalDate;
import org.rectification.file.FileIds;
import org.rectification.refusal.Violations;
import org.springframework.lang.Nullable;

/**
 * Files of one kind and one day, as people hand them in.
 *
 * @param files ids of uploaded files, joined by commas
 * @param representsOn the day that they show, not after today; the day of the upload is kept by itself
 */
public record EvidenceEntry(@Nullable String files, @Nullable EvidenceKind kind, @Nullable LocalDate representsOn) {

    /** A row that nobody filled in, as a form sends it. */
    boolean blank() {
        return FileIds.parse(files).isEmpty() && representsOn == null;
    }

    void check(Violations violations, String path, LocalDate today) {
        violations
                .require(!FileIds.parse(files).isEmpty(), path + ".files", "请上传佐证材料文件。")
                .require(kind != null, path + ".kind", "请选择佐证材料的种类。")
                .require(representsOn != null, path + ".representsOn", "请填写佐证材料反映的日期。")
                .require(
                        representsOn == null || !representsOn.isAfter(today),
                        path + ".representsOn",
                        "佐证材料反映的日期不能晚于今天。");
    }
}
