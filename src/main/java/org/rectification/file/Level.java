package org.rectification.file;

import org.rectification.refusal.Refusal;
import org.springframework.lang.Nullable;

/** How far a file may go. Classified material never enters the system (S30, row 21). */
public enum Level {
    OPEN("公开"),
    INTERNAL("内部");

    static final String CLASSIFIED = "涉密文件不得上传，请按规定线下报送，此处只登记文号。";

    private final String label;

    Level(String label) {
        this.label = label;
    }

    /** The words on screens. */
    public String label() {
        return label;
    }

    /**
     * @param text code or word of a level
     * @throws Refusal for everything that is neither open nor internal
     */
    public static Level of(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw Refusal.of("level", "请选择文件级别（公开或内部）。");
        }
        for (var level : values()) {
            if (level.name().equals(text) || level.label.equals(text)) {
                return level;
            }
        }
        throw Refusal.of("level", CLASSIFIED);
    }
}
