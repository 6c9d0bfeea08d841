package org.rectification.file;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What an office hands in. Each type is told by its content; the name's ending must agree. */
enum FileType {
    PDF("PDF文件", List.of("application/pdf"), "pdf"),
    OFD("OFD版式文件", List.of("application/ofd"), "ofd"),
    DOC("Word文档", List.of("application/msword"), "doc", "wps"),
    DOCX("Word文档", List.of("application/vnd.openxmlformats-officedocument.wordprocessingml.document"), "docx", "wps"),
    XLS("Excel表格", List.of("application/vnd.ms-excel"), "xls", "et"),
    XLSX("Excel表格", List.of("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), "xlsx", "et"),
    PPT("演示文稿", List.of("application/vnd.ms-powerpoint"), "ppt", "dps"),
    PPTX("演示文稿", List.of("application/vnd.openxmlformats-officedocument.presentationml.presentation"), "pptx", "dps"),
    JPEG("JPG图片", List.of("image/jpeg"), "jpg", "jpeg"),
    PNG("PNG图片", List.of("image/png"), "png"),
    TIFF("TIFF图片", List.of("image/tiff"), "tif", "tiff"),
    BMP("BMP图片", List.of("image/bmp"), "bmp"),
    HEIC("HEIC图片", List.of("image/heic", "image/heif"), "heic", "heif"),
    MP4("MP4视频", List.of("video/mp4", "application/mp4", "video/quicktime"), "mp4", "mov");

    static final String ALLOWED = "PDF、OFD、Word、Excel、PPT和WPS文档，JPG、PNG、BMP、TIFF、HEIC图片，MP4视频";

    private final String label;
    private final List<String> mediaTypes;
    private final List<String> endings;

    FileType(String label, List<String> mediaTypes, String... endings) {
        this.label = label;
        this.mediaTypes = mediaTypes;
        this.endings = List.of(endings);
    }

    String label() {
        return label;
    }

    /** The type as browsers name it. */
    String mediaType() {
        return mediaTypes.get(0);
    }

    boolean is(String mediaType) {
        return mediaTypes.contains(mediaType);
    }

    /** Types that a file of this name may have; none for an ending that is not taken at all. */
    static List<FileType> namedBy(String name) {
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return name.indexOf('.') < 0
                ? List.of()
                : Arrays.stream(values())
                        .filter(type -> type.endings.contains(ending))
                        .toList();
    }
}
