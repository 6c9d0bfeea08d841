package org.rectification.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.rectification.refusal.Refusal;

/**
 * Says what a file is by looking into it. Word, Excel and OFD files are zip archives, older office files share one container
 * too: there only the inside tells. Macros and passwords are refused: nobody could check such a file.
 */
final class FileInspection {

    private static final List<String> MACROS = List.of("Macros", "_VBA_PROJECT_CUR");

    private FileInspection() {}

    /** @throws Refusal naming the file when it is not what its name says, or is nothing that may be handed in */
    static FileType demand(String name, Path file) {
        var named = FileType.namedBy(name);
        if (named.isEmpty()) {
            throw Refusal.of("file", "不能上传“" + name + "”：只接受" + FileType.ALLOWED + "。");
        }
        var found = typeOf(name, file);
        return named.stream()
                .filter(type -> type.is(found))
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                        "file", "文件“" + name + "”的内容不是" + named.get(0).label() + "，与文件名不符，请核对原文件。"));
    }

    private static String typeOf(String name, Path file) {
        try {
            return switch (FileMagic.valueOf(file.toFile())) {
                case OLE2 -> olderOffice(name, file);
                case OOXML -> archive(name, file);
                default -> plain(file);
            };
        } catch (IOException | OpenXML4JException | RuntimeException e) {
            if (e instanceof Refusal refusal) {
                throw refusal;
            }
            throw Refusal.of("file", "文件“" + name + "”已损坏或不完整，无法打开。");
        }
    }

    private static String plain(Path file) throws IOException {
        try (var content = new BufferedInputStream(Files.newInputStream(file))) {
            // Without its name: the name is what is being checked.
            return MimeTypes.getDefaultMimeTypes()
                    .detect(content, new Metadata())
                    .getBaseType()
                    .toString();
        }
    }

    private static String olderOffice(String name, Path file) throws IOException {
        try (var container = new POIFSFileSystem(file.toFile(), true)) {
            var root = container.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                throw Refusal.of("file", "文件“" + name + "”设有密码，请取消密码后上传。");
            }
            if (MACROS.stream().anyMatch(root::hasEntryCaseInsensitive)) {
                throw withMacros(name);
            }
            if (root.hasEntryCaseInsensitive("WordDocument")) {
                return FileType.DOC.mediaType();
            }
            if (Stream.of("Workbook", "Book").anyMatch(root::hasEntryCaseInsensitive)) {
                return FileType.XLS.mediaType();
            }
            return root.hasEntryCaseInsensitive("PowerPoint Document")
                    ? FileType.PPT.mediaType()
                    : "application/x-ole-storage";
        }
    }

    private static String archive(String name, Path file) throws IOException, OpenXML4JException {
        try (var archive = new ZipFile(file.toFile())) {
            if (archive.stream().anyMatch(entry -> entry.getName().endsWith("vbaProject.bin"))) {
                throw withMacros(name);
            }
            if (archive.getEntry("OFD.xml") != null) {
                return FileType.OFD.mediaType();
            }
            if (archive.getEntry("[Content_Types].xml") == null) {
                return "application/zip";
            }
        }
        return office(file);
    }

    /** An office file says itself which of its parts is the document, and what that is. */
    private static String office(Path file) throws OpenXML4JException, IOException {
        try (var office = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            for (var relation :
                    List.of(PackageRelationshipTypes.CORE_DOCUMENT, PackageRelationshipTypes.STRICT_CORE_DOCUMENT)) {
                var parts = office.getPartsByRelationshipType(relation);
                if (!parts.isEmpty()) {
                    return parts.get(0).getContentType().replaceFirst("\\.main\\+xml$", "");
                }
            }
            return "application/zip";
        }
    }

    private static Refusal withMacros(String name) {
        return Refusal.of("file", "文件“" + name + "”含有宏，请另存为不含宏的文件后上传。");
    }
}
