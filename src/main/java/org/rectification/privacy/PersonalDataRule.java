package org.rectification.privacy;

/** What happens to a text with personal data: setting {@code rectification.personal-data}. */
public enum PersonalDataRule {
    /** Taken, with a warning in the trail that names the field and never the number. */
    WARN,
    /** Refused, naming the field. */
    REFUSE
}
