package org.rectification.round.intake;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Puts problems into words, in Chinese or, for who prefers it, in English. */
public final class RoundMessages {

    private static final String BUNDLE = "org.rectification.round.intake.messages";

    private final ResourceBundle words;
    private final Locale locale;

    private RoundMessages(Locale locale) {
        this.locale = locale;
        this.words = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The words for a reader of this language; Chinese unless it is English. */
    public static RoundMessages in(Locale preferred) {
        var english = preferred != null && Locale.ENGLISH.getLanguage().equals(preferred.getLanguage());
        return new RoundMessages(english ? Locale.ENGLISH : Locale.ROOT);
    }

    /** One sentence that names the field and the rule. */
    public String sentence(Problem problem) {
        var arguments = new Object[problem.arguments().size() + 1];
        arguments[0] = label(problem.field());
        for (int index = 1; index < arguments.length; index++) {
            arguments[index] = shown(problem.arguments().get(index - 1));
        }
        return new MessageFormat(words.getString(problem.rule()), locale).format(arguments);
    }

    /** The name of a field as people know it, with the name that programs use; an unknown one in quotes. */
    public String label(String field) {
        try {
            return words.getString("field." + field);
        } catch (MissingResourceException e) {
            var shown = field.length() > 40 ? field.substring(0, 40) + "…" : field;
            return "“" + Pointers.printable(shown) + "”";
        }
    }

    /** Any other words of the bundle. */
    public String text(String key, Object... arguments) {
        return new MessageFormat(words.getString(key), locale).format(arguments);
    }

    private Object shown(Object argument) {
        if (argument instanceof FieldName field) {
            return label(field.name());
        }
        if (argument instanceof Problem.Bilingual both) {
            return Locale.ENGLISH.equals(locale) ? both.english() : both.chinese();
        }
        return argument instanceof String text ? Pointers.printable(text) : argument;
    }
}
