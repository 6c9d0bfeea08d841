package org.rectification.consultation.process;

/** What the process of a consultation carries besides the ids of its case. */
final class ConsultationVariables {

    static final String CONSULTATION_ID = "consultationId";
    static final String CONSULTATION_ACCEPTED = "consultationAccepted";
    static final String MINUTES_CONFIRMED = "minutesConfirmed";

    private ConsultationVariables() {}
}
