package org.rectification.supervision;

import org.springframework.lang.Nullable;

/**
 * What the addressee answers.
 *
 * @param replyFiles ids of stored files, joined by commas; optional
 * @param onBehalfOf name of a branch secretary without a login, from whoever fills in
 */
public record ReplyEntry(@Nullable String reply, @Nullable String replyFiles, @Nullable String onBehalfOf) {}
