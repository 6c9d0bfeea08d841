// 整改台账: what is looked for stands in the address, so that a selection can be kept, sent and opened again.
import { element } from './dom.js';
import { fetchJson } from './http.js';
import { waiting } from './moves.js';

const STATES = [
  ['UNSETTLED', '未办结（全部）'], ['REGISTERED', '已建账'], ['PLANNED', '已列入方案'], ['IN_PROGRESS', '整改中'],
  ['LEADER_REVIEW', '待责任领导审核'], ['VERIFICATION', '待核验'], ['CONTINUED', '持续整改'], ['STRUCK_OFF', '已销号'],
  ['LONG_TERM', '长期坚持'],
];
const COLOURS = [['RED', '红色督办'], ['YELLOW', '黄色预警'], ['GREEN', '绿色提醒']];
const ORIGINS = [['INSPECTION', '巡察反馈'], ['SELF_FOUND', '自查'], ['RECURRENCE', '反弹']];
const FLAGS = [['overdue', '逾期'], ['returned', '退回未办结'], ['keyConcern', '重点关注']];
const SIZES = ['50', '100', '200'];

const form = document.getElementById('filter');
const wanted = new URLSearchParams(location.search);
let rounds = [];
let asked = 0;

async function start() {
  try {
    rounds = await fetchJson('/api/ledger/rounds');
    if (rounds.length === 0) {
      found('目前没有您可以查看的整改台账。');
      return;
    }
    if (!rounds.some((round) => round.id === wanted.get('round'))) choose(rounds[0]);
    await show();
  } catch (problem) {
    found(problem.message);
  }
}

function choose(round) {
  for (const name of [...wanted.keys()]) wanted.delete(name);
  wanted.set('round', round.id);
  if (round.organisations.length === 1) wanted.set('organisation', round.organisations[0].value);
}

async function show() {
  const mine = ++asked;
  const round = rounds.find((each) => each.id === wanted.get('round'));
  const ofCase = wanted.get('organisation');
  const at = `round=${encodeURIComponent(round.id)}&organisation=${encodeURIComponent(ofCase ?? '')}`;
  const size = SIZES.includes(wanted.get('size')) ? wanted.get('size') : SIZES[0];
  const [choices, sums, page] = await Promise.all([
    ofCase ? fetchJson(`/api/ledger/choices?${at}`) : { villages: [], leaders: [], people: [] },
    ofCase ? fetchJson(`/api/ledger/roll-up?${at}`) : null,
    fetchJson(`/api/findings?${selection()}&page=${Number(wanted.get('page') ?? 0)}&size=${size}`),
  ]);
  if (mine !== asked) return;
  showFilter(round, choices);
  showSums(sums);
  showRows(page, Boolean(ofCase));
  document.getElementById('place').textContent =
    [round.label, round.organisations.find((each) => each.value === ofCase)?.label].filter(Boolean).join(' · ');
}

function selection() {
  const only = new URLSearchParams(wanted);
  only.delete('page');
  only.delete('size');
  return only.toString();
}

function go(change) {
  for (const [name, value] of Object.entries(change)) {
    if (value === null || value === '') wanted.delete(name);
    else wanted.set(name, value);
  }
  if (!('page' in change)) wanted.delete('page');
  history.pushState(null, '', `?${wanted}`);
  show().catch((problem) => found(problem.message));
}

window.addEventListener('popstate', () => {
  for (const name of [...wanted.keys()]) wanted.delete(name);
  for (const [name, value] of new URLSearchParams(location.search)) wanted.set(name, value);
  show().catch((problem) => found(problem.message));
});

function showFilter(round, choices) {
  const place = wanted.get('village') ?? (wanted.get('level') === 'TOWN' ? '@TOWN' : wanted.get('level') === 'VILLAGE' ? '@VILLAGE' : '');
  form.replaceChildren(
    select('轮次', 'round', rounds.map((each) => [each.id, each.label]), round.id, false),
    select('单位', 'organisation', pairs(round.organisations), wanted.get('organisation') ?? '', round.organisations.length > 1),
    select('镇本级或村（居）', 'place', [['@TOWN', '镇本级'], ['@VILLAGE', '各村（居）'], ...pairs(choices.villages)], place),
    select('问题类别', 'area', pairs(round.areas), wanted.get('area') ?? ''),
    select('整改状态', 'state', STATES, wanted.get('state') ?? ''),
    select('责任领导', 'leader', pairs(choices.leaders), wanted.get('leader') ?? ''),
    select('责任人员', 'person', pairs(choices.people), wanted.get('person') ?? ''),
    select('预警', 'colour', COLOURS, wanted.get('colour') ?? ''),
    select('问题来历', 'origin', ORIGINS, wanted.get('origin') ?? ''),
    words(),
    element('div', { className: 'checks' }, ...FLAGS.map(([name, label]) => {
      const box = element('input', { type: 'checkbox', name, checked: wanted.get(name) === 'true' });
      box.addEventListener('change', () => go({ [name]: box.checked ? 'true' : null }));
      return element('label', {}, box, label);
    })),
    element('div', { className: 'doing' },
      element('button', { type: 'submit', className: 'primary' }, '查询'),
      clear(round),
      element('a', { className: 'button', href: `rules.html?round=${encodeURIComponent(wanted.get('round'))}` }, '期限依据'),
      element('a', { className: 'button', href: `/api/ledger.xlsx?${selection()}` }, '导出 Excel')));
}

function words() {
  const text = element('input', { type: 'text', name: 'text', maxLength: 100, value: wanted.get('text') ?? '', placeholder: '序号、标题、问题或意见中的文字' });
  return element('div', { className: 'words' }, element('label', {}, '文字', text));
}

function clear(round) {
  const button = element('button', { type: 'button', className: 'plain' }, '清除条件');
  button.addEventListener('click', () => {
    const organisation = wanted.get('organisation');
    choose(round);
    go({ organisation: organisation ?? wanted.get('organisation') });
  });
  return button;
}

function select(label, name, options, value, any = true) {
  const box = element('select', { name },
    ...(any ? [element('option', { value: '' }, '全部')] : []),
    ...options.map(([code, words]) => element('option', { value: code }, words)));
  box.value = options.some(([code]) => code === value) || any ? value : options[0]?.[0] ?? '';
  box.addEventListener('change', () => changed(name, box.value));
  return element('div', {}, element('label', {}, label, box));
}

function changed(name, value) {
  if (name === 'round') {
    choose(rounds.find((each) => each.id === value));
    go({});
  } else if (name === 'organisation') {
    go({ organisation: value, village: null, level: null, leader: null, person: null });
  } else if (name === 'place') {
    go({ village: value.startsWith('@') ? null : value, level: value.startsWith('@') ? value.slice(1) : null });
  } else {
    go({ [name]: value });
  }
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  go({ text: form.elements.text.value.trim() });
});

function pairs(choices) {
  return choices.map((each) => [each.value, each.label]);
}

// In the order of the round. Nothing here can be sorted by a figure: places and people are not ranked.
function showSums(sums) {
  const box = document.getElementById('sums');
  box.hidden = !sums;
  if (!sums) return;
  // Whoever looks for something wants the rows; the figures are one click away.
  const chosen = JSON.stringify([...wanted].filter(([name]) => !['round', 'organisation', 'page', 'size'].includes(name)));
  if (chosen !== box.dataset.chosen) box.open = chosen === '[]';
  box.dataset.chosen = chosen;
  const states = STATES.slice(1);
  const head = element('tr', {}, element('th', { scope: 'col' }, '清单'), figureHead('合计'),
    ...states.map(([, label]) => figureHead(label)), figureHead('逾期'), figureHead('退回未办结'), figureHead('自查'), figureHead('反弹'));
  const lines = [...sums.lists, sums.total].map((line) => {
    const last = line === sums.total;
    const name = last ? [line.name] : [placeLink(line)];
    return element('tr', { className: last ? 'total' : '' },
      element('th', { scope: 'row' }, ...name, ...(line.settled ? [element('small', {}, '已全部办结')] : [])),
      figure(line.total), ...states.map(([state]) => figure(line.byState[state])),
      figure(line.overdue, line.overdue > 0 ? 'late' : ''), figure(line.returned), figure(line.selfFound), figure(line.recurrences));
  });
  const note = sums.whole ? '' : '仅统计您可以查看的问题。';
  document.getElementById('rollUp').replaceChildren(element('table', { className: 'ledger' },
    element('caption', {}, `各栏为巡察反馈的问题，自查、反弹的问题另计；长期坚持单列，不计入已销号；逾期、退回只计未办结的问题。${note}`),
    columnWidths(['150px', ...Array(13).fill('')]), element('thead', {}, head), element('tbody', {}, ...lines)));
}

function placeLink(line) {
  const link = element('a', { href: '#' }, line.name);
  link.addEventListener('click', (event) => {
    event.preventDefault();
    go({ village: line.village ?? null, level: line.village ? null : 'TOWN' });
  });
  return link;
}

function figureHead(label) {
  return element('th', { scope: 'col', className: 'figure' }, label);
}

function figure(value, more = '') {
  return element('td', { className: `figure ${more}` }, String(value));
}

function columnWidths(widths) {
  return element('colgroup', {}, ...widths.map((width) => {
    const column = element('col', {});
    if (width) column.style.width = width;
    return column;
  }));
}

function showRows(page, oneCase) {
  found(page.total === 0 ? '没有符合条件的问题。' : `共 ${page.total} 条`);
  const rows = document.getElementById('rows');
  if (page.rows.length === 0) {
    rows.replaceChildren();
  } else {
    const head = ['清单', '序号', '问题', '责任领导 / 责任人员', '整改时限', '时效', '整改状态', '退回'];
    rows.replaceChildren(element('table', { className: 'ledger findings' },
      columnWidths(['132px', '56px', '', '190px', '118px', '116px', '128px', '52px']),
      element('thead', {}, element('tr', {}, ...head.map((name) => element('th', { scope: 'col' }, name)))),
      element('tbody', {}, ...page.rows.map((row) => line(row, oneCase)))));
  }
  showPages(page);
}

function line(row, oneCase) {
  const place = row.villageName ?? '镇本级';
  const tags = [];
  if (row.keyConcern) tags.push(element('span', { className: 'tag red' }, '重点关注'));
  if (row.immediate) tags.push(element('span', { className: 'tag' }, `立行立改${row.immediateDueOn ? ` ${row.immediateDueOn}前` : ''}`));
  if (row.origin !== 'INSPECTION') tags.push(element('span', { className: 'tag red' }, row.originLabel));
  if (row.source !== 'INSPECTION') {
    tags.push(element('span', { className: 'tag' }, `${row.sourceLabel}${row.originDate ? ` ${row.originDate}` : ''}`));
  }
  const moved = row.originalDueOn !== row.dueOn ? [element('small', {}, `原定 ${row.originalDueOn}`)] : [];
  return element('tr', {},
    element('td', {}, place, ...(oneCase ? [] : [element('small', {}, row.organisationName)])),
    element('td', {}, row.number),
    element('td', {}, element('a', { href: `finding.html?id=${encodeURIComponent(row.id)}` }, row.title),
      element('small', {}, row.areaLabel), ...tags),
    element('td', {}, [row.leader, row.person].filter(Boolean).join(' / '), element('small', {}, row.branch ?? '')),
    element('td', {}, row.dueOn, waiting(row.provisional), ...moved),
    element('td', {}, ...ageing(row)),
    element('td', {}, row.stateLabel, ...(row.struckOffOn ? [element('small', {}, row.struckOffOn)] : []),
      ...(row.nextReviewOn ? [element('small', {}, `下次复查 ${row.nextReviewOn}`)] : [])),
    element('td', {}, row.returns > 0 ? `${row.returns}次` : ''));
}

function ageing(row) {
  if (!row.ageing) return [];
  const words = [element('span', { className: row.overdue ? 'late' : '' }, row.ageing)];
  if (row.colour) words.push(element('br', {}), element('span', { className: `warn ${row.colour}` }, row.colourLabel));
  return words;
}

function showPages(page) {
  const last = Math.max(0, Math.ceil(page.total / page.size) - 1);
  const turn = (label, to, possible) => {
    const button = element('button', { type: 'button', disabled: !possible }, label);
    button.addEventListener('click', () => go({ page: String(to) }));
    return button;
  };
  const size = element('select', { ariaLabel: '每页条数' }, ...SIZES.map((each) => element('option', { value: each }, `每页 ${each} 条`)));
  size.value = String(page.size);
  size.addEventListener('change', () => go({ size: size.value }));
  document.getElementById('pages').replaceChildren(
    turn('上一页', page.page - 1, page.page > 0),
    element('span', {}, `第 ${page.page + 1} / ${last + 1} 页`),
    turn('下一页', page.page + 1, page.page < last), size);
}

function found(text) {
  document.getElementById('found').textContent = text;
}

start();
