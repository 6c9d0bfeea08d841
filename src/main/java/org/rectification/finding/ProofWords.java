package org.rectification.finding;

import java.util.List;
import java.util.stream.Collectors;
import org.rectification.file.FileCard;

/** Evidence, claims and parts as lines that a form shows; file names are links, what people typed is never markup. */
final class ProofWords {

    private static final String NONE = "无";

    private ProofWords() {}

    static String evidence(List<EvidenceItem> items) {
        return lines(items.stream().map(ProofWords::line).toList());
    }

    private static String line(EvidenceItem item) {
        var given = item.givenBy() + "提交";
        if (item.file() == null) {
            return "未上传（涉密，线下报送）：文号" + plain(item.documentNumber()) + "，" + given;
        }
        var file = item.file();
        var line = item.label() + "：" + link(file) + "（" + file.level().label() + "，反映日期" + item.representsOn() + "，"
                + file.uploadedAt().toLocalDate() + "上传，" + given + "）";
        return item.alsoAt().isEmpty() ? line : line + "**同一文件还用于：" + String.join("、", item.alsoAt()) + "**";
    }

    static String claims(List<Claim> claims) {
        return lines(claims.stream()
                .filter(Claim::live)
                .map(claim -> plain(claim.words()) + "（"
                        + claim.files().stream().map(ProofWords::link).collect(Collectors.joining("、")) + "）")
                .toList());
    }

    static String coOwners(List<CoOwner> people) {
        return lines(people.stream()
                .filter(each -> each.releasedAt() == null)
                .map(each -> each.name() + "：" + plain(each.part()) + "（" + plain(each.words()) + "）")
                .toList());
    }

    static String reports(List<MeasureReport> reports) {
        return lines(reports.stream()
                .filter(MeasureReport::stands)
                .map(each -> "（" + each.horizon().label() + "）" + clause(each.text()) + "，" + each.doneOn() + "完成"
                        + (each.report() == null ? "" : "：" + plain(each.report()))
                        + (each.accountabilityOnly() ? "〔仅问责下级〕" : ""))
                .toList());
    }

    private static String lines(List<String> lines) {
        return lines.isEmpty()
                ? NONE
                : lines.stream().map(line -> "\n- " + line).collect(Collectors.joining());
    }

    private static String link(FileCard file) {
        return "[" + plain(file.name()) + "](/api/files/" + file.id() + ")";
    }

    /** A text that the sentence goes on after. */
    private static String clause(String text) {
        return plain(text.replaceFirst("[。；]$", ""));
    }

    private static String plain(String text) {
        return text.replace('\n', ' ').replaceAll("([\\\\`*_{}\\[\\]()#+!|<>~-])", "\\\\$1");
    }
}
