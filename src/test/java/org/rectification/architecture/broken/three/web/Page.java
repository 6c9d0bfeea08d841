package org.rectification.architecture.broken.three.web;

/** A room that only its own package may enter. */
public class Page {

    public String title() {
        return "三";
    }
}
