package org.rectification;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Runs the rectification lifecycle: the engine, the ledger and the people's doors in one application. */
@SpringBootApplication
public class RectificationApplication {

    public static void main(String[] args) {
        // The engine computes with the zone of the machine; a due date must not depend on where the machine stands.
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
        SpringApplication.run(RectificationApplication.class, args);
    }
}
