package org.rectification.models;

import static org.rectification.models.ModelFile.camunda;
import static org.rectification.models.ModelFile.children;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** A question has an answer for every case, and each answer says what its condition says. */
final class FlowRules {

    private static final Pattern NO = Pattern.compile("^(否|不|未|没|无|非|退|驳|拒).*|.*(退回|驳回|不通过|不同意|未通过)$");
    private static final Pattern YES = Pattern.compile("^(是|有|通过|同意|采纳|认领|受理|合格|已|需要|齐全|完成|成立|立案).*");
    private static final Pattern PLAIN_ANSWER = Pattern.compile("^[是否]$");
    private static final Pattern NEGATIVE_QUESTION = Pattern.compile(".*(退回|驳回|拒绝|未|不|缺|驳).*");
    private static final Pattern NEGATIVE_WORD =
            Pattern.compile("(?i:.*(return|reject|refus|bounc|dismiss|fail|incomplete|missing|without|declin|denied).*)"
                    + "|^(not|un|no)[A-Z].*|^(NOT|UN|NO)_.*|^(NONE|NO|none|no)$");
    private static final Pattern COMPARISON =
            Pattern.compile("^(.*?)\\s*(==|!=|\\beq\\b|\\bne\\b)\\s*('[^']*'|\"[^\"]*\"|true|false)\\s*$");

    private FlowRules() {}

    static List<String> splitHasADefault(Models models, Code code) {
        return models.eachElement(
                (model, gateway) -> {
                    var flows = model.outgoing(gateway);
                    if (flows.size() < 2) {
                        return Stream.empty();
                    }
                    var problems = new ArrayList<String>();
                    var fallback = gateway.getAttribute("default");
                    if (fallback.isEmpty()) {
                        problems.add("has no default flow");
                    }
                    for (Element flow : flows) {
                        boolean isDefault = flow.getAttribute("id").equals(fallback);
                        if (isDefault == condition(flow).isPresent()) {
                            problems.add(flow.getAttribute("id")
                                    + (isDefault ? " is the default and has a condition" : " has no condition"));
                        }
                    }
                    return problems.stream();
                },
                "exclusiveGateway",
                "inclusiveGateway");
    }

    static List<String> answerAgreesWithItsCondition(Models models, Code code) {
        return models.eachElement(
                (model, flow) -> {
                    var label = flow.getAttribute("name").strip();
                    var condition = condition(flow);
                    if (condition.isEmpty()
                            || !(YES.matcher(label).matches()
                                    || NO.matcher(label).matches())) {
                        return Stream.empty();
                    }
                    var question = model.byId(flow.getAttribute("sourceRef")).getAttribute("name");
                    boolean says = !NO.matcher(label).matches();
                    boolean means = affirms(condition.get(), countsWords(label, question));
                    return says == means
                            ? Stream.empty()
                            : Stream.of("the answer " + label + " contradicts its condition " + condition.get());
                },
                "sequenceFlow");
    }

    /** "退回?" 是 means returned: there the word itself is what is asked, not the answer. */
    private static boolean countsWords(String label, String question) {
        return !(PLAIN_ANSWER.matcher(label).matches()
                && NEGATIVE_QUESTION.matcher(question).matches());
    }

    /** Whether a condition affirms: negations and negative words each turn it round. */
    static boolean affirms(String expression, boolean countWords) {
        var text = Expressions.beanOf(expression).strip();
        boolean affirms = true;
        while (text.startsWith("!") || text.startsWith("not ")) {
            affirms = !affirms;
            text = text.replaceFirst("^(!|not )\\s*", "");
        }
        text = text.replaceFirst("^\\((.*)\\)$", "$1");
        var word = text;
        var comparison = COMPARISON.matcher(text);
        if (comparison.matches()) {
            affirms ^=
                    comparison.group(2).matches("!=|ne") ^ comparison.group(3).equals("false");
            var value = comparison.group(3);
            word = value.matches("true|false") ? comparison.group(1) : value.substring(1, value.length() - 1);
        }
        boolean negative = NEGATIVE_WORD
                .matcher(word.replaceFirst("\\(.*$", "").replaceFirst("^.*\\.", ""))
                .matches();
        return affirms ^ (countWords && negative);
    }

    private static Optional<String> condition(Element flow) {
        return children(flow, "conditionExpression").stream()
                .map(Element::getTextContent)
                .map(String::strip)
                .findFirst();
    }

    /** A clerk's groups separate townships only: below that, tasks go to named people. */
    static List<String> candidateGroupExists(Models models, Code code) {
        return models.eachElement((model, element) -> Pattern.compile("\\s*,\\s*")
                .splitAsStream(camunda(element, "candidateGroups"))
                .filter(group -> !group.isBlank() && !Expressions.isExpression(group))
                .flatMap(group -> {
                    var supervising = code.groups().get(group);
                    if (supervising == null) {
                        return Stream.of("there is no group " + group);
                    }
                    return supervising
                            ? Stream.empty()
                            : Stream.of("group " + group + " would show one person's tasks to others");
                }));
    }
}
