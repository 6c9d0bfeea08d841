package org.rectification.supervision.process;

/** What the process of a notice carries besides the ids of its case. */
final class NoticeVariables {

    static final String NOTICE_ID = "noticeId";

    private NoticeVariables() {}
}
