package org.rectification;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Runs the rectification lifecycle: the engine, the ledger and the people's doors in one application. */
@SpringBootApplication
public class RectificationApplication {

    public static void main(String[] args) {
        SpringApplication.run(RectificationApplication.class, args);
    }
}
