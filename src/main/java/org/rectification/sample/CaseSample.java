package org.rectification.sample;

/**
 * How far the county has looked again in a case.
 *
 * @param toDrawFrom struck off and not drawn from yet
 * @param drawn so far
 * @param toLookAt of these, without an outcome
 */
public record CaseSample(
        String roundId, String organisationId, String organisationName, int toDrawFrom, int drawn, int toLookAt) {}
