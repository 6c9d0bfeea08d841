package org.rectification.file;

import java.util.regex.Pattern;
import org.rectification.refusal.Refusal;
import org.springframework.lang.Nullable;

/** A file's name as people read it: no folders, nothing invisible. */
final class FileName {

    private static final int LONGEST = 200;

    /** How classified papers are marked: 秘密★10年, (机密). */
    private static final Pattern CLASSIFIED = Pattern.compile("(绝密|机密|秘密)\\s*[★☆]|[（(\\[【〔](绝密|机密|秘密)[)）\\]】〕]");

    private FileName() {}

    /** @throws Refusal for a name that is empty, too long, not readable as it stands, or marked as classified */
    static String demand(@Nullable String given) {
        var name =
                given == null ? "" : given.substring(lastSeparator(given) + 1).strip();
        if (name.isEmpty() || name.startsWith(".")) {
            throw Refusal.of("file", "文件没有名称，请重新选择文件。");
        }
        if (name.length() > LONGEST) {
            throw Refusal.of("file", "文件名“" + name.substring(0, 30) + "……”超过" + LONGEST + "个字，请改短后上传。");
        }
        if (name.codePoints().anyMatch(FileName::unreadable)) {
            throw Refusal.of("file", "文件名含有不允许的字符，请改名后上传。");
        }
        if (CLASSIFIED.matcher(name).find()) {
            throw Refusal.of("file", Level.CLASSIFIED);
        }
        return name;
    }

    private static int lastSeparator(String name) {
        return Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
    }

    /** Control, format (they turn the reading direction) and unpaired characters; what markup or folders are made of. */
    private static boolean unreadable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> true;
            default -> "<>:\"|?*".indexOf(c) >= 0;
        };
    }
}
