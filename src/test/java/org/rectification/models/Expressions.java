package org.rectification.models;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Reads the engine's expressions well enough to know which beans and which of their methods they call. */
final class Expressions {

    private static final Pattern EXPRESSION = Pattern.compile("[#$]\\{([^}]*)}");
    private static final Pattern TEXT_LITERAL = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern MEMBER = Pattern.compile("(?<![\\w.)])([A-Za-z_]\\w*)\\s*\\.\\s*(\\w+)(\\s*\\()?");
    private static final Pattern BEAN_CALL = Pattern.compile("[#$]\\{\\s*\\w+\\.\\w+\\(.*\\)\\s*}");

    private Expressions() {}

    /** A call such as {@code duties.clerk(organisationId)}; no arguments and no brackets means a property. */
    record Call(String root, String member, int arguments) {}

    static boolean isExpression(String text) {
        return EXPRESSION.matcher(text).find();
    }

    /** Whether the whole text is one call of a bean's method. */
    static boolean isBeanCall(String text) {
        return BEAN_CALL.matcher(text.strip()).matches();
    }

    /** The bean that a delegate expression consists of, or the text itself when it is something else. */
    static String beanOf(String delegateExpression) {
        var matcher = EXPRESSION.matcher(delegateExpression.strip());
        return matcher.matches() ? matcher.group(1).strip() : delegateExpression;
    }

    static List<Call> calls(String text) {
        return EXPRESSION
                .matcher(text)
                .results()
                .map(match -> TEXT_LITERAL.matcher(match.group(1)).replaceAll("''"))
                .flatMap(body -> MEMBER.matcher(body)
                        .results()
                        .map(member -> new Call(
                                member.group(1),
                                member.group(2),
                                member.group(3) == null ? -1 : arguments(body, member.end()))))
                .toList();
    }

    private static int arguments(String body, int open) {
        int depth = 0;
        int commas = 0;
        boolean any = false;
        for (int index = open; index < body.length(); index++) {
            char c = body.charAt(index);
            if (c == ')' && depth-- == 0) {
                break;
            }
            any |= !Character.isWhitespace(c);
            depth += c == '(' ? 1 : 0;
            commas += c == ',' && depth == 0 ? 1 : 0;
        }
        return any ? commas + 1 : 0;
    }

    /** Every text of this element itself that holds an expression: attributes and its own characters. */
    static Stream<String> texts(Element element) {
        return values(element).filter(Expressions::isExpression);
    }

    /** Attribute values as they are, and the single names inside expressions. */
    static Stream<String> words(Element element) {
        return Stream.concat(values(element), texts(element).flatMap(text -> Pattern.compile("\\w+")
                .matcher(text)
                .results()
                .map(MatchResult::group)));
    }

    private static Stream<String> values(Element element) {
        var attributes = element.getAttributes();
        var children = element.getChildNodes();
        return Stream.concat(
                IntStream.range(0, attributes.getLength())
                        .mapToObj(index -> attributes.item(index).getNodeValue()),
                IntStream.range(0, children.getLength())
                        .mapToObj(children::item)
                        .filter(node ->
                                node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE)
                        .map(Node::getNodeValue));
    }
}
