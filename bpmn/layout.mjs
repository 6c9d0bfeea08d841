// Gives models their first layout: node layout.mjs FILE... (each file is changed in place).
// Only `incoming`/`outgoing` elements and the diagram section are written; the rest of the file, including every
// extension of the engine and every comment, is left as it is. Main line in the top row, branches below it, returning
// flows above the main line or, from a lower row, below everything; then waypoints and labels can be set by hand.
import { readFileSync, writeFileSync } from 'node:fs';
import { DOMParser, XMLSerializer } from '@xmldom/xmldom';
import { arrange } from './layout-arrange.mjs';

const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const DI = 'http://www.omg.org/spec/BPMN/20100524/DI';

const children = (element, name) =>
  Array.from(element.childNodes).filter((one) => one.nodeType === 1 && one.namespaceURI === BPMN && (!name || one.localName === name));
const indentOf = (element) => /\n([ \t]*)$/.exec(element.previousSibling?.nodeValue ?? '')?.[1] ?? '';

/** Writes incoming and outgoing of every node anew, after documentation and extensions, as the schema wants it. */
function connect(document, scope) {
  const flows = children(scope, 'sequenceFlow');
  const prefix = scope.prefix ? `${scope.prefix}:` : '';
  children(scope).filter((one) => one.getAttribute('id') && one.localName !== 'sequenceFlow').forEach((node) => {
    if (node.localName === 'subProcess') {
      connect(document, node);
    }
    children(node).filter((one) => /^(incoming|outgoing)$/.test(one.localName)).forEach((old) => {
      if (old.previousSibling?.nodeType === 3) {
        node.removeChild(old.previousSibling);
      }
      node.removeChild(old);
    });
    const id = node.getAttribute('id');
    const ends = [
      ...flows.filter((flow) => flow.getAttribute('targetRef') === id).map((flow) => ['incoming', flow]),
      ...flows.filter((flow) => flow.getAttribute('sourceRef') === id).map((flow) => ['outgoing', flow])
    ];
    if (!ends.length) {
      return;
    }
    const indent = indentOf(node);
    const last = children(node).filter((one) => /^(documentation|extensionElements)$/.test(one.localName)).pop();
    let before = last ? last.nextSibling : node.firstChild;
    ends.forEach(([kind, flow]) => {
      const end = document.createElementNS(BPMN, prefix + kind);
      end.appendChild(document.createTextNode(flow.getAttribute('id')));
      node.insertBefore(document.createTextNode(`\n${indent}  `), before);
      node.insertBefore(end, before);
    });
    if (!before) {
      node.appendChild(document.createTextNode(`\n${indent}`));
    }
  });
}

function read(scope) {
  const nodes = children(scope)
    .filter((one) => one.getAttribute('id') && /(Event|Task|task|Gateway|Activity|subProcess|transaction)$/.test(one.localName))
    .map((one) => ({
      id: one.getAttribute('id'),
      type: one.localName,
      name: one.getAttribute('name') || '',
      host: one.getAttribute('attachedToRef') || null,
      eventSubProcess: one.getAttribute('triggeredByEvent') === 'true',
      inside: /^(subProcess|transaction)$/.test(one.localName) ? read(one) : null
    }));
  const flows = children(scope, 'sequenceFlow').map((one) => ({
    id: one.getAttribute('id'),
    name: one.getAttribute('name') || '',
    source: one.getAttribute('sourceRef'),
    target: one.getAttribute('targetRef')
  }));
  return { nodes, flows };
}

const bounds = (box) => `<dc:Bounds x="${Math.round(box.x)}" y="${Math.round(box.y)}" width="${Math.round(box.width)}" height="${Math.round(box.height)}" />`;
const label = (box, pad) => (box ? `\n${pad}<bpmndi:BPMNLabel>\n${pad}  ${bounds(box)}\n${pad}</bpmndi:BPMNLabel>` : '');

function diagram(processId, { shapes, edges }) {
  const body = [
    ...shapes.map((shape) => `      <bpmndi:BPMNShape id="${shape.id}_di" bpmnElement="${shape.id}"${shape.expanded ? ' isExpanded="true"' : ''}${shape.marker ? ' isMarkerVisible="true"' : ''}>
        ${bounds(shape)}${label(shape.label, '        ')}
      </bpmndi:BPMNShape>`),
    ...edges.map((edge) => `      <bpmndi:BPMNEdge id="${edge.id}_di" bpmnElement="${edge.id}">
${edge.points.map(([x, y]) => `        <di:waypoint x="${Math.round(x)}" y="${Math.round(y)}" />`).join('\n')}${label(edge.label, '        ')}
      </bpmndi:BPMNEdge>`)
  ].join('\n');
  return `  <bpmndi:BPMNDiagram id="diagram_${processId}">
    <bpmndi:BPMNPlane id="plane_${processId}" bpmnElement="${processId}">
${body}
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
`;
}

const NAMESPACES = {
  bpmndi: DI,
  dc: 'http://www.omg.org/spec/DD/20100524/DC',
  di: 'http://www.omg.org/spec/DD/20100524/DI'
};

function layout(file) {
  const document = new DOMParser().parseFromString(readFileSync(file, 'utf8'), 'text/xml');
  const definitions = document.documentElement;
  Array.from(definitions.childNodes).filter((one) => one.nodeType === 1 && one.localName === 'BPMNDiagram').forEach((old) => {
    if (old.previousSibling?.nodeType === 3) {
      definitions.removeChild(old.previousSibling);
    }
    definitions.removeChild(old);
  });
  Object.entries(NAMESPACES).filter(([prefix]) => !definitions.hasAttribute(`xmlns:${prefix}`))
    .forEach(([prefix, uri]) => definitions.setAttributeNS('http://www.w3.org/2000/xmlns/', `xmlns:${prefix}`, uri));
  const processes = children(definitions, 'process');
  if (processes.length !== 1) {
    throw new Error(`one process expected, found ${processes.length}`);
  }
  connect(document, processes[0]);
  const drawn = diagram(processes[0].getAttribute('id'), arrange(read(processes[0])));
  let xml = new XMLSerializer().serializeToString(document).replace(/"\/>/g, '" />');
  const close = xml.lastIndexOf(`</${definitions.nodeName}>`);
  xml = `${xml.slice(0, close).trimEnd()}\n${drawn}${xml.slice(close).trimEnd()}\n`;
  writeFileSync(file, xml.replace(/\?>(?=<)/, '?>\n').replace(/-->(?=<)/g, '-->\n'));
}

const files = process.argv.slice(2);
if (!files.length) {
  console.error('usage: layout FILE...');
  process.exit(2);
}
for (const file of files) {
  layout(file);
  console.log(`${file}: laid out`);
}
