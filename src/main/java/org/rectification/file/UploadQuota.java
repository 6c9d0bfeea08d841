package org.rectification.file;

import java.time.Clock;
import java.time.LocalDate;
import org.rectification.refusal.Refusal;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What one person may upload on one day, in Asia/Shanghai. What was thrown away again has been uploaded all the same. */
@Component
@EnableConfigurationProperties(FileLimits.class)
class UploadQuota {

    private static final int KEPT_DAYS = 31;

    private final JdbcClient jdbc;
    private final FileLimits limits;
    private final Clock clock;

    UploadQuota(JdbcClient jdbc, FileLimits limits, Clock clock) {
        this.jdbc = jdbc;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Counts an upload. Two at the same moment wait for each other, so that both together stay within the limit.
     *
     * @throws Refusal naming the limit that the upload would break
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void take(String person, String name, long bytes) {
        var day = LocalDate.now(clock);
        var taken = jdbc.sql(
                        """
                        insert into rectification.upload_day as d (person_id, day, files, bytes)
                        select :person, :day, 1, :bytes where :bytes <= :largest
                        on conflict (person_id, day) do update set files = d.files + 1, bytes = d.bytes + excluded.bytes
                         where d.files < :most and d.bytes + excluded.bytes <= :largest""")
                .param("person", person)
                .param("day", day)
                .param("bytes", bytes)
                .param("most", limits.mostPerDay())
                .param("largest", limits.largestPerDay().toBytes())
                .update();
        if (taken == 0) {
            throw tooMuch(person, name, day);
        }
    }

    private Refusal tooMuch(String person, String name, LocalDate day) {
        var full = jdbc.sql("select files >= ? from rectification.upload_day where person_id = ? and day = ?")
                .params(limits.mostPerDay(), person, day)
                .query(Boolean.class)
                .optional()
                .orElse(false);
        var limit = full
                ? "已达到每人每天" + limits.mostPerDay() + "个文件的上限"
                : "加上本文件将超过每人每天" + inWords(limits.largestPerDay().toBytes()) + "的上限";
        return Refusal.of("file", "文件“" + name + "”未上传：您今天上传的文件" + limit + "，请明天再上传；确需增加的，请与系统管理员联系。");
    }

    private static String inWords(long bytes) {
        var megabyte = 1024L * 1024;
        if (bytes >= 1024 * megabyte && bytes % (1024 * megabyte) == 0) {
            return bytes / (1024 * megabyte) + "GB";
        }
        return bytes >= megabyte ? bytes / megabyte + "MB" : Math.max(1, bytes / 1024) + "KB";
    }

    /** Days that nobody asks about any more. */
    void forget() {
        jdbc.sql("delete from rectification.upload_day where day < ?")
                .param(LocalDate.now(clock).minusDays(KEPT_DAYS))
                .update();
    }
}
