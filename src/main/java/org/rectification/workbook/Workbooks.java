package org.rectification.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.rectification.refusal.Refusal;

/** Opens what somebody uploaded as a workbook, or says in one sentence why not; nothing in it is ever executed. */
public final class Workbooks {

    /** Largest part of the packed file once unpacked, in bytes: far above any real round, far below what would hurt. */
    private static final long LARGEST_PART = 24L * 1024 * 1024;

    /** Bytes; a workbook is unpacked in memory. */
    private static final int LARGEST_FILE = 10 * 1024 * 1024;

    static {
        ZipSecureFile.setMaxEntrySize(LARGEST_PART);
        ZipSecureFile.setMinInflateRatio(0.01);
    }

    private Workbooks() {}

    /**
     * @param file what was uploaded, whatever it is
     * @throws Refusal when it is no workbook of today's format, or holds macros
     */
    public static XSSFWorkbook open(byte[] file) {
        if (file.length > LARGEST_FILE) {
            throw Refusal.of("file", "文件超过 10 MB，请拆分后重新选择。");
        }
        var magic = magic(file);
        if (magic == FileMagic.OLE2) {
            throw Refusal.of("file", "这是旧格式（.xls）或加密的文件，请另存为不加密的 .xlsx 工作簿后上传。");
        }
        if (magic != FileMagic.OOXML) {
            throw unreadable();
        }
        XSSFWorkbook workbook;
        try {
            workbook = new XSSFWorkbook(new ByteArrayInputStream(file));
        } catch (IOException | RuntimeException e) {
            // The library says in a dozen ways that a file is not what it claims to be; to a person it is one.
            throw unreadable();
        }
        if (workbook.isMacroEnabled()) {
            throw Refusal.of("file", "文件含有宏，请另存为不含宏的 .xlsx 工作簿后上传。");
        }
        return workbook;
    }

    private static FileMagic magic(byte[] file) {
        return file.length == 0 ? FileMagic.UNKNOWN : FileMagic.valueOf(file);
    }

    private static Refusal unreadable() {
        return Refusal.of("file", "文件不能识别：请使用下载的模板（.xlsx）填写后上传。");
    }
}
