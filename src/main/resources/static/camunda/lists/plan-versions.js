// 方案版本: what was submitted, issued and amended; any two states side by side; what the reviewing bodies said.
import { amendmentSections } from './plan-amendment.js';
import { element } from './dom.js';
import { fetchJson } from './http.js';
import { moment } from './dates.js';

const cases = document.getElementById('cases');
const parts = document.getElementById('parts');
const content = document.getElementById('content');
const asked = new URLSearchParams(location.search);
const PARTS = { versions: '印发后各版本', submissions: '送审稿', comments: '联合审核意见', amendments: '方案调整' };
let plan;
let part = asked.get('part');

async function start() {
  try {
    const all = await fetchJson('/api/plans');
    if (all.length === 0) {
      empty('还没有您可以查看的整改方案。');
      return;
    }
    cases.replaceChildren(...all.map((each, index) =>
      element('option', { value: String(index) }, `${each.organisation} ${each.roundNumber}${each.batch}（${each.state}）`)));
    const meant = all.findIndex((each) => each.roundId === asked.get('round') && each.organisationId === asked.get('organisation'));
    cases.value = String(Math.max(meant, 0));
    cases.addEventListener('change', () => open(all[Number(cases.value)]));
    await open(all[Number(cases.value)]);
  } catch (problem) {
    empty(problem.message);
  }
}

const at = (path) => `/api/plans/${encodeURIComponent(plan.organisationId)}/${path}${path.includes('?') ? '&' : '?'}round=${encodeURIComponent(plan.roundId)}`;

async function open(chosen) {
  plan = chosen;
  const [versions, submissions] = await Promise.all([fetchJson(at('versions')), fetchJson(at('submissions'))]);
  plan.versions = versions;
  plan.submissions = submissions;
  if (!PARTS[part]) part = versions.length > 0 ? 'versions' : 'submissions';
  parts.replaceChildren(...Object.entries(PARTS).map(([key, label]) => {
    const tab = element('button', { type: 'button' }, label);
    tab.dataset.part = key;
    tab.addEventListener('click', () => {
      part = key;
      show().catch((problem) => empty(problem.message));
    });
    return tab;
  }));
  await show();
}

async function show() {
  for (const tab of parts.children) tab.setAttribute('aria-current', String(tab.dataset.part === part));
  history.replaceState(null, '', `?${new URLSearchParams({ round: plan.roundId, organisation: plan.organisationId, part })}`);
  if (part === 'versions') return states(versionsTable(), plan.versions.map((each) => [each.version, `第${each.version}版`]), 'versions', 'diff', '方案尚未印发。');
  if (part === 'submissions') return states(submissionsTable(), plan.submissions.map((each) => [each.submission, `第${each.submission}次送审稿`]), 'submissions', 'submissions/diff', '方案尚未送审。');
  if (part === 'comments') return comments();
  content.replaceChildren(...await amendmentSections(plan, at, () => open(plan)));
}

const table = (heads, rows) => element('table', { className: 'states' },
  element('thead', {}, element('tr', {}, ...heads.map(([label, className]) => element('th', { className: className ?? '' }, label)))),
  element('tbody', {}, ...rows.map((cells) => element('tr', {}, ...cells.map((cell) => (cell instanceof Node ? element('td', {}, cell) : element('td', {}, cell ?? '')))))));

const versionsTable = () => table(
  [['版本', 'narrow'], ['形成方式', 'narrow'], ['文号和印发日期'], ['调整理由'], ['固定人和时间'], ['内容校验码（SHA-256）'], ['全文', 'narrow']],
  plan.versions.map((each) => [`第${each.version}版`, each.kind, `${each.documentNumber}\n${each.issuedOn}`, each.reason ?? '—',
    `${each.frozenBy}\n${moment(each.frozenAt)}`, element('span', { className: 'hash' }, each.hash), whole('versions', each.version)]));

const submissionsTable = () => table(
  [['送审稿', 'narrow'], ['审核单位'], ['审核期限'], ['修改情况说明'], ['报送人和时间'], ['全文', 'narrow']],
  plan.submissions.map((each) => [`第${each.submission}次`, each.reviewers.join('、'), `${each.reviewDueOn}前`, each.summary ?? '—',
    `${each.submittedBy}\n${moment(each.submittedAt)}`, whole('submissions', each.submission)]));

function whole(kind, number) {
  const button = element('button', { type: 'button', className: 'plain' }, '查看');
  button.addEventListener('click', async () => {
    try {
      const lines = await fetchJson(at(`${kind}/${number}`));
      result().replaceChildren(heading(kind === 'versions' ? `第${number}版全文` : `第${number}次送审稿全文`, lines.length),
        ...lines.map((line) => box(line.label, '', line.fields.map((field) => [field.label, element('span', {}, field.text)]), ['栏目', '内容'])));
      result().scrollIntoView({ block: 'start' });
    } catch (problem) {
      empty(problem.message);
    }
  });
  return button;
}

const result = () => document.getElementById('result');
const heading = (text, count) => element('h2', {}, text, element('small', {}, ` 共 ${count} 条`));

function box(label, kind, rows, heads) {
  return element('section', { className: 'line' },
    element('h3', {}, label, ...(kind ? [element('span', { className: 'tag red' }, kind)] : [])),
    table(heads.map((head, index) => [head, index === 0 ? 'narrow' : '']), rows));
}

async function states(list, numbers, kind, diff, none) {
  if (numbers.length === 0) {
    empty(none);
    return;
  }
  content.replaceChildren(element('h2', {}, PARTS[kind]), list, ...comparer(numbers, diff), element('div', { id: 'result' }));
  if (numbers.length > 1) await compare(diff, numbers.at(-2)[0], numbers.at(-1)[0], numbers);
}

function comparer(numbers, diff) {
  if (numbers.length < 2) return [];
  const choice = (label, chosen) => {
    const field = element('select', { ariaLabel: label }, ...numbers.map(([number, name]) => element('option', { value: String(number) }, name)));
    field.value = String(chosen);
    return field;
  };
  const from = choice('原版本', numbers.at(-2)[0]);
  const to = choice('现版本', numbers.at(-1)[0]);
  const button = element('button', { type: 'button', className: 'primary' }, '对照');
  button.addEventListener('click', () => compare(diff, from.value, to.value, numbers).catch((problem) => empty(problem.message)));
  return [element('div', { className: 'compare' }, element('span', {}, '对照表：从'), from, element('span', {}, '到'), to, button)];
}

async function compare(diff, from, to, numbers) {
  const lines = await fetchJson(at(`${diff}?from=${from}&to=${to}`));
  const name = (number) => numbers.find(([each]) => String(each) === String(number))[1];
  const kinds = { ADDED: '新增', REMOVED: '取消', CHANGED: '' };
  result().replaceChildren(heading(`${name(from)}与${name(to)}对照`, lines.length),
    ...(lines.length === 0 ? [element('p', { className: 'empty' }, '两版内容相同。')] : []),
    ...lines.map((line) => box(line.label, kinds[line.kind], line.changes.map((change) => [change.label,
      change.before === null ? '—' : element('del', {}, change.before),
      change.after === null ? '—' : element('ins', {}, change.after)]), ['栏目', '原内容', '现内容'])));
}

async function comments() {
  const all = await fetchJson(at('comments'));
  if (all.length === 0) {
    empty('没有审核意见。');
    return;
  }
  content.replaceChildren(element('h2', {}, '联合审核意见', element('small', {}, ` 共 ${all.length} 条`)), table(
    [['送审稿', 'narrow'], ['问题'], ['栏目', 'narrow'], ['审核单位'], ['意见'], ['答复', 'narrow'], ['说明']],
    all.map((each) => [`第${each.submission}次`, each.line, each.field, each.body, each.text, each.answer, each.reason ?? ''])));
}

function empty(text) {
  content.replaceChildren(element('p', { className: 'empty' }, text));
}

start();
