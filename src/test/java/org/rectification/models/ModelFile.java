package org.rectification.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** One BPMN or DMN file, read as plain XML so that a rule sees everything that is written there. */
record ModelFile(String name, Document document) {

    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String CAMUNDA_DMN = "http://camunda.org/schema/1.0/dmn";

    static ModelFile read(Path path) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return new ModelFile(
                    path.getFileName().toString(), factory.newDocumentBuilder().parse(path.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("unreadable model " + path, e);
        }
    }

    /** Elements with one of the local names, anywhere; the drawing is left out. */
    Stream<Element> all(String... localNames) {
        var wanted = List.of(localNames);
        return everything().filter(element -> wanted.isEmpty() || wanted.contains(element.getLocalName()));
    }

    private Stream<Element> everything() {
        var nodes = document.getElementsByTagNameNS("*", "*");
        return IntStream.range(0, nodes.getLength())
                .mapToObj(index -> (Element) nodes.item(index))
                .filter(element -> !String.valueOf(element.getNamespaceURI()).contains("/DI")
                        && !String.valueOf(element.getNamespaceURI()).contains("/DD/"));
    }

    /** Nodes and flows of the process, found by what BPMN calls them. */
    Stream<Element> flowNodes() {
        return everything().filter(isFlowNode());
    }

    static Predicate<Element> isFlowNode() {
        return element -> element.hasAttribute("id")
                && element.getLocalName()
                        .matches("(?i).*(task|gateway|callActivity|subProcess|transaction)"
                                + "|(start|end|boundary|intermediateCatch|intermediateThrow)Event");
    }

    Element byId(String id) {
        return everything()
                .filter(element -> id.equals(element.getAttribute("id")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " has no element " + id));
    }

    List<Element> outgoing(Element node) {
        return all("sequenceFlow")
                .filter(flow -> flow.getAttribute("sourceRef").equals(node.getAttribute("id")))
                .toList();
    }

    Stream<String> processIds() {
        return all("process").map(process -> process.getAttribute("id"));
    }

    Stream<String> decisionIds() {
        return all("decision").map(decision -> decision.getAttribute("id"));
    }

    /** An attribute of the engine's namespace, empty when absent; on the engine's own elements it bears no prefix. */
    static String camunda(Element element, String attribute) {
        if (CAMUNDA.equals(element.getNamespaceURI())) {
            return element.getAttribute(attribute);
        }
        var value = element.getAttributeNS(CAMUNDA, attribute);
        return value.isEmpty() ? element.getAttributeNS(CAMUNDA_DMN, attribute) : value;
    }

    static boolean flagged(Element element, String attribute) {
        return "true".equals(camunda(element, attribute));
    }

    static List<Element> children(Element element, String... localNames) {
        var wanted = List.of(localNames);
        var found = new ArrayList<Element>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child && wanted.contains(child.getLocalName())) {
                found.add(child);
            }
        }
        return found;
    }

    /** Extension elements of the engine, such as {@code inputOutput/inputParameter}. */
    static Stream<Element> extensions(Element element, String... path) {
        var level = children(element, "extensionElements").stream();
        for (String step : path) {
            level = level.flatMap(parent -> children(parent, step).stream());
        }
        return level;
    }

    static String documentation(Element element) {
        return children(element, "documentation").stream()
                .map(Element::getTextContent)
                .collect(Collectors.joining(" "));
    }

    /** The element itself, or the nearest one around it that people know by its id. */
    static Element owner(Element element) {
        Node node = element;
        while (node instanceof Element candidate) {
            if (isFlowNode().test(candidate)
                    || List.of("sequenceFlow", "process", "decision").contains(candidate.getLocalName())) {
                return candidate;
            }
            node = node.getParentNode();
        }
        return element;
    }

    String at(Element element, String problem) {
        var id = owner(element).getAttribute("id");
        return name + (id.isEmpty() ? "" : " " + id) + ": " + problem;
    }
}
