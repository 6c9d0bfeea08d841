package org.rectification.engine;

/** The application will not start like this; the message says in one sentence, in Chinese and English, why. */
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartRefused(String sentence) {
        super(sentence);
    }
}
