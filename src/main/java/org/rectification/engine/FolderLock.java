package org.rectification.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The right to work on a data folder; the operating system takes it back when the process dies, however it dies. */
final class FolderLock implements AutoCloseable {

    /**
     * Folders held by this process. To ask the file would be fatal: POSIX drops a process's lock as soon as the process
     * closes any channel on the locked file, also one that was opened in vain.
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** @throws StartRefused when somebody else holds the folder */
    static FolderLock take(Path wanted) {
        try {
            Path folder = Files.createDirectories(wanted).toRealPath();
            if (!HELD_HERE.add(folder)) {
                throw inUse(folder);
            }
            try {
                return lock(folder);
            } catch (IOException | RuntimeException e) {
                HELD_HERE.remove(folder);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder " + wanted + " cannot be written", e);
        }
    }

    /** The folder without links: whoever comes by another path finds the same server in its files. */
    Path folder() {
        return folder;
    }

    private static FolderLock lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("instance.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw inUse(folder);
        }
        return new FolderLock(folder, channel);
    }

    private static StartRefused inUse(Path folder) {
        return new StartRefused("数据目录 " + folder + " 正被另一个已启动的程序使用，本次启动已停止 / The data folder " + folder
                + " is in use by another running instance, so this one stops.");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD_HERE.remove(folder);
        }
    }
}
