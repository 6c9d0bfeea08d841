package org.rectification.notification;

import java.util.List;

/** Takes messages on their way once the writer's transaction is through; tries again until they are out. */
public interface Delivery {

    void begin(List<String> messageIds);
}
