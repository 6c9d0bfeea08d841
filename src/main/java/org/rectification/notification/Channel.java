package org.rectification.notification;

/** The ways out of the house. */
public enum Channel {
    /** To one person, by SMTP. */
    MAIL,
    /** To the group of an organisation, by the robot of the enterprise WeChat group. */
    WECOM,
    /** To the group of an organisation, by the robot of the DingTalk group. */
    DINGTALK
}
