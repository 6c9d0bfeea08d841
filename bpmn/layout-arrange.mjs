// The arithmetic of the first layout: columns by distance from the start, rows by branch. Pure; see layout.mjs.

const COLUMN_GAP = 64;
const ROW_GAP = 56;
const LANE = 24;
const PADDING = 44;
const CHARACTER = 12;
const LINE = 14;

const isGateway = (node) => /Gateway$/.test(node.type);
const isEvent = (node) => /Event$/.test(node.type);
const textWidth = (text) => [...text].reduce((sum, char) => sum + (char.charCodeAt(0) < 256 ? 7 : CHARACTER), 0);

/** A label box for a text that breaks at `limit` pixels. */
function textBox(text, limit) {
  const width = Math.min(textWidth(text) + 6, limit);
  return { width, height: LINE * Math.ceil((textWidth(text) + 6) / limit) };
}

/** Takes {nodes, flows} of one scope, answers shapes and edges with (0, 0) at the scope's upper left corner. */
export function arrange(scope, origin = { x: 160, y: 100 }) {
  const plan = measure(scope);
  const shapes = [];
  const edges = [];
  place(plan, origin, shapes, edges);
  return { shapes, edges };
}

function measure({ nodes, flows }) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const guests = new Map();
  nodes.filter((node) => node.host).forEach((node) => guests.set(node.host, [...(guests.get(node.host) ?? []), node]));
  const main = nodes.filter((node) => !node.host && !node.eventSubProcess);
  const aside = nodes.filter((node) => node.eventSubProcess);
  nodes.forEach((node) => {
    if (node.inside) {
      node.plan = measure(node.inside);
      node.width = Math.max(200, node.plan.width + 2 * PADDING);
      node.height = node.plan.height + 2 * PADDING;
    } else {
      const guestCount = (guests.get(node.id) ?? []).length;
      node.width = isGateway(node) ? 50 : isEvent(node) ? 36 : Math.max(100, guestCount * 60);
      node.height = isGateway(node) ? 50 : isEvent(node) ? 36 : 80;
    }
  });
  const seat = (id) => byId.get(byId.get(id).host ?? id);
  const links = flows.filter((flow) => byId.has(flow.source) && byId.has(flow.target))
    .map((flow) => ({ ...flow, from: byId.get(flow.source), to: byId.get(flow.target), seat: seat(flow.source) }));
  markReturning(main, links);
  assignColumns(main, links);
  const grid = assignRows(main, links, guests);
  const columns = [];
  const rows = [];
  main.forEach((node) => {
    columns[node.column] = Math.max(columns[node.column] ?? 60, node.width);
    rows[node.row] = Math.max(rows[node.row] ?? 80, node.height);
  });
  for (let index = 0; index < columns.length; index++) columns[index] ??= 60;
  for (let index = 0; index < Math.max(rows.length, grid); index++) rows[index] ??= 80;
  const returnsAbove = links.filter((link) => link.returning && link.seat.row === 0 && !link.from.host);
  const returnsBelow = links.filter((link) => link.returning && !returnsAbove.includes(link));
  returnsAbove.sort((a, b) => span(a) - span(b)).forEach((link, lane) => (link.lane = lane));
  returnsBelow.sort((a, b) => span(a) - span(b)).forEach((link, lane) => (link.lane = lane));
  const top = returnsAbove.length ? 16 + returnsAbove.length * LANE : 0;
  const gridWidth = columns.reduce((sum, width) => sum + width + COLUMN_GAP, -COLUMN_GAP);
  const gridHeight = top + rows.reduce((sum, height) => sum + height + ROW_GAP, -ROW_GAP);
  const below = returnsBelow.length ? 30 + returnsBelow.length * LANE : 0;
  const asideTop = gridHeight + below + (aside.length && main.length ? ROW_GAP : 0);
  const asideWidth = aside.reduce((sum, node) => sum + node.width + 40, -40);
  const asideHeight = Math.max(0, ...aside.map((node) => node.height));
  return {
    nodes, main, aside, guests, links, columns, rows, top, gridHeight, asideTop,
    width: Math.max(gridWidth, aside.length ? asideWidth : 0),
    height: asideTop + asideHeight
  };
}

const span = (link) => Math.abs(link.seat.column - link.to.column);

function markReturning(main, links) {
  const state = new Map();
  const visit = (node) => {
    state.set(node, 'open');
    links.filter((link) => link.seat === node).forEach((link) => {
      if (state.get(link.to) === 'open') {
        link.returning = true;
      } else if (!state.has(link.to)) {
        visit(link.to);
      }
    });
    state.set(node, 'done');
  };
  const entered = new Set(links.map((link) => link.to));
  [...main.filter((node) => !entered.has(node)), ...main].forEach((node) => state.has(node) || visit(node));
}

function assignColumns(main, links) {
  main.forEach((node) => (node.column = 0));
  const forward = links.filter((link) => !link.returning);
  for (let pass = 0, changed = true; changed && pass <= main.length; pass++) {
    changed = false;
    forward.forEach((link) => {
      if (link.to.column < link.seat.column + 1) {
        link.to.column = link.seat.column + 1;
        changed = true;
      }
    });
  }
}

function assignRows(main, links, guests) {
  const forward = links.filter((link) => !link.returning);
  const taken = [];
  const free = (row, from, to) => !(taken[row] ?? []).some(([a, b]) => a <= to && from <= b);
  const take = (row, from, to) => (taken[row] ??= []).push([from, to]);
  const remaining = new Map();
  const length = (node) => {
    if (!remaining.has(node)) {
      remaining.set(node, 0);
      remaining.set(node, 1 + Math.max(0, ...forward.filter((link) => link.from === node).map((link) => length(link.to))));
    }
    return remaining.get(node);
  };
  const chain = (node) => {
    const found = [node];
    for (let next = node; next; ) {
      const onward = forward.filter((link) => link.from === next && link.to.row === undefined).map((link) => link.to)
        .sort((a, b) => length(b) - length(a));
      next = onward[0];
      if (next) found.push(next);
    }
    return found;
  };
  const put = (start, source) => {
    const nodes = chain(start);
    const last = nodes[nodes.length - 1];
    const joined = forward.filter((link) => link.from === last && link.to.row !== undefined).map((link) => link.to.column);
    const from = source ? source.column : start.column;
    const to = Math.max(last.column, ...joined);
    let row = source ? source.row + 1 : 0;
    while (!free(row, from, to)) row++;
    take(row, from, to);
    nodes.forEach((node) => (node.row = row));
    // Later branch points first, so that their rows lie nearer and lines do not cross.
    [...nodes].reverse().forEach(branch);
  };
  const branch = (node) => {
    const exits = [
      ...forward.filter((link) => link.from === node),
      ...[...(guests.get(node.id) ?? [])].reverse().flatMap((guest) => forward.filter((link) => link.from === guest))
    ];
    exits.filter((link) => link.to.row === undefined).forEach((link) => link.to.row === undefined && put(link.to, node));
    forward.filter((link) => link.from === node && link.to.row === node.row && link.to.column > node.column + 1)
      .forEach((link) => {
        // A flow that skips columns of its own row goes round below.
        if (main.some((other) => other.row === node.row && other.column > node.column && other.column < link.to.column)) {
          let row = node.row + 1;
          while (!free(row, node.column, link.to.column)) row++;
          take(row, node.column, link.to.column);
          link.detour = row;
        }
      });
  };
  const entered = new Set(forward.map((link) => link.to));
  main.filter((node) => !entered.has(node)).forEach((node) => node.row === undefined && put(node, null));
  main.filter((node) => node.row === undefined).forEach((node) => put(node, null));
  return taken.length;
}

function place(plan, origin, shapes, edges) {
  const sum = (sizes, count, gap) => sizes.slice(0, count).reduce((total, size) => total + size + gap, 0);
  const draw = (node, x, y) => {
    Object.assign(node, { x, y, midX: x + node.width / 2, midY: y + node.height / 2 });
    const shape = { id: node.id, x, y, width: node.width, height: node.height, expanded: Boolean(node.inside) };
    shape.marker = node.type === 'exclusiveGateway';
    node.shape = shape;
    shapes.push(shape);
    if (node.inside) {
      place(node.plan, { x: x + PADDING, y: y + PADDING }, shapes, edges);
    } else if (isGateway(node) && node.name) {
      const box = textBox(node.name, 84);
      shape.label = { ...box, x: node.midX - 6 - box.width, y: y - box.height + 2 };
    } else if (isEvent(node) && node.name && !node.host) {
      const box = textBox(node.name, 96);
      shape.label = { ...box, x: node.midX - box.width / 2, y: y + node.height + 4 };
    }
  };
  const rowMiddle = (row) => origin.y + plan.top + sum(plan.rows, row, ROW_GAP) + plan.rows[row] / 2;
  plan.main.forEach((node) => {
    const x = origin.x + sum(plan.columns, node.column, COLUMN_GAP) + (plan.columns[node.column] - node.width) / 2;
    draw(node, x, rowMiddle(node.row) - node.height / 2);
    const guests = plan.guests.get(node.id) ?? [];
    guests.forEach((guest, index) => {
      const x = guests.length === 1
        ? node.x + node.width - 44
        : node.x + 12 + (index * (node.width - 60)) / (guests.length - 1);
      draw(guest, x, node.y + node.height - 18);
      const box = textBox(guest.name, 84);
      const left = guests.length > 1 && index < guests.length - 1;
      guest.shape.label = { ...box, x: left ? guest.midX - 6 - box.width : guest.midX + 8, y: guest.y + 38 };
    });
  });
  let x = origin.x;
  plan.aside.forEach((node) => {
    draw(node, x, origin.y + plan.asideTop);
    x += node.width + 40;
  });
  plan.links.forEach((link) => edges.push(route(link, plan, origin, rowMiddle)));
}

function route(link, plan, origin, rowMiddle) {
  const { from, to } = link;
  const edge = { id: link.id };
  const box = link.name ? textBox(link.name, 90) : null;
  const label = (x, y) => (edge.label = box && { ...box, x, y: y - box.height - 3 });
  const corner = to.x - COLUMN_GAP / 2;
  if (link.returning && plan.top && link.seat.row === 0 && !from.host) {
    const y = origin.y + plan.top - 16 - link.lane * LANE;
    const toX = to.midX - (isGateway(to) || isEvent(to) ? 0 : 20);
    const clear = to.row === 0;
    edge.points = clear
      ? [[from.midX, from.y], [from.midX, y], [toX, y], [toX, to.y]]
      : [[from.midX, from.y], [from.midX, y], [corner, y], [corner, to.midY], [to.x, to.midY]];
    label(from.midX - 8 - (box?.width ?? 0), y);
  } else if (link.returning) {
    const y = origin.y + plan.gridHeight + 30 + link.lane * LANE;
    const turn = from.host || isGateway(from) ? from.midX : from.x + from.width + 20;
    edge.points = from.host || isGateway(from)
      ? [[turn, from.y + from.height], [turn, y]]
      : [[from.x + from.width, from.midY], [turn, from.midY], [turn, y]];
    edge.points.push([corner, y], [corner, to.midY], [to.x, to.midY]);
    label(turn - 8 - (box?.width ?? 0), y);
  } else if (link.detour !== undefined) {
    const y = rowMiddle(link.detour);
    const start = isGateway(from) ? [[from.midX, from.y + from.height]] : [[from.midX, from.y + from.height]];
    const end = isGateway(to) ? [[to.midX, y], [to.midX, to.y + to.height]] : [[corner, y], [corner, to.midY], [to.x, to.midY]];
    edge.points = [...start, [from.midX, y], ...end];
    label(from.midX + 8, y);
  } else if (from.host) {
    edge.points = to.midY > from.midY
      ? [[from.midX, from.y + from.height], [from.midX, to.midY], [to.x, to.midY]]
      : [[from.midX, from.y + from.height], [from.midX, from.y + from.height + 16], [corner, from.y + from.height + 16], [corner, to.midY], [to.x, to.midY]];
  } else if (from.row === to.row) {
    edge.points = [[from.x + from.width, from.midY], [to.x, to.midY]];
    label(from.x + from.width + 4, from.midY);
  } else if (to.row > from.row && isGateway(from)) {
    edge.points = [[from.midX, from.y + from.height], [from.midX, to.midY], [to.x, to.midY]];
    label(from.midX + 8, to.midY);
  } else if (to.row > from.row) {
    const turn = from.x + from.width + COLUMN_GAP / 2;
    edge.points = [[from.x + from.width, from.midY], [turn, from.midY], [turn, to.midY], [to.x, to.midY]];
    label(turn + 4, to.midY);
  } else if (isGateway(to)) {
    edge.points = [[from.x + from.width, from.midY], [to.midX, from.midY], [to.midX, to.y + to.height]];
    label(from.x + from.width + 4, from.midY);
  } else {
    edge.points = [[from.x + from.width, from.midY], [corner, from.midY], [corner, to.midY], [to.x, to.midY]];
    label(from.x + from.width + 4, from.midY);
  }
  return edge;
}
