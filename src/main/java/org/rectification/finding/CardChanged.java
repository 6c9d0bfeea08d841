package org.rectification.finding;

/** What a finding's forms show has changed; its open tasks follow in the same transaction. */
public record CardChanged(String findingId) {}
