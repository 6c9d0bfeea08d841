// What is done about a finding that no task asks for: a later day, a lasting measure, something taken back, a recurrence, a
// correction. Every row is sent by itself.
import { area, day, line, readEntry } from './forms.js';
import { fetchJson, send } from './http.js';
import { element } from './dom.js';
import { measureList, openParts, proofFacts, proofsOf, reportList } from './proofs.js';

const tabs = document.getElementById('acts');
const rows = document.getElementById('rows');
const search = document.getElementById('search');
const asked = new URLSearchParams(location.search);
let current = asked.get('act');

const ACTS = {
  extension: {
    submit: '提交延期申请',
    done: '已提交，由上一级审批',
    blocked: (row) => (row.pendingUntil ? `延至${row.pendingUntil}的申请正在审批，请等待审批结果。` : null),
    tag: (row) => (row.pendingUntil ? '延期待审批' : row.extensions > 0 ? `已延期${row.extensions}次` : null),
    due: (row) => `时限 ${row.dueOn}`,
    fields: (row) => [
      element('p', { className: 'hint' }, `现在可延至 ${row.latest}（本地默认限额）；逾期申请、第三次申请各升一级审批。`),
      area('延期理由（不少于15字）', 'reason', true),
      day('延期后的时限', 'newDueOn', true),
    ],
  },
  measure: {
    tag: (row) => row.state,
    due: (row) => (row.nextReviewOn ? `下次复查 ${row.nextReviewOn}` : `时限 ${row.dueOn}`),
    steps: (row, proofs, changed) => [
      element('p', { className: 'hint' }, '长期坚持、持续整改的问题，长久立措施完成后在此逐条报告，复查（核验）时一并查看。'),
      measureList(row, proofs, readEntry, changed, { of: (measure) => measure.horizon === 'LASTING', claims: false })],
    left: (proofs) => proofs.planned.some((each) => each.horizon === 'LASTING' && !each.done),
    done: '长久立措施已全部报告',
  },
  withdrawal: {
    tag: (row) => row.state,
    due: (row) => `时限 ${row.dueOn}`,
    steps: (row, proofs, changed) => [
      element('p', { className: 'hint' }, '误报的措施在审核（复查）以前可以撤回；原报告和撤回理由保留在问题记录中，撤回后可以重新报告。'),
      reportList(row, proofs, changed, reportedSince(row))],
    left: (proofs, row) => proofs.reports.some((each) => !each.withdrawnAt && reportedSince(row)(each)),
    done: '已撤回，原报告和理由保留在问题记录中',
  },
  release: {
    tag: (row) => row.state,
    due: (row) => `时限 ${row.dueOn}`,
    steps: (row, proofs, changed) => [
      element('p', { className: 'hint' }, '配合事项尚未确认的，牵头人不能提交整改结果；不再需要配合的，说明理由后取消。'),
      element('section', { className: 'step' }, element('h3', {}, '待完成的配合事项'), ...openParts(row, proofs, changed))],
    left: (proofs) => proofs.coOwners.some((each) => !each.releasedAt && !each.confirmedAt),
    done: '已取消，理由保留在问题记录中',
  },
  recurrence: {
    submit: '登记为新的问题',
    done: '已登记为新的问题，并与本问题互相关联',
    blocked: () => null,
    tag: (row) => (row.recurrences ? '已有复发' : null),
    due: (row) => `销号 ${row.struckOffOn}`,
    fields: () => [
      element('p', { className: 'hint' }, '已销号的问题不再打开：复发（反弹）登记为新的问题，原销号日期不变。'),
      area('复发（反弹）的事实（不少于15字）', 'reason', true),
      day('新问题的整改时限', 'newDueOn', true),
    ],
  },
  correction: {
    submit: '提交勘误',
    done: '已勘误，原文和理由保留在问题记录中',
    blocked: () => null,
    tag: () => null,
    due: (row) => row.state,
    fields: (row) => [
      line('问题标题', 'title', true, row.title),
      area('问题', 'problem', true, row.problem),
      area('整改意见', 'opinion', false, row.opinion),
      area('勘误理由', 'reason', true),
    ],
  },
};

async function start() {
  try {
    const mine = await fetchJson('/api/finding-acts');
    if (mine.length === 0) {
      empty('您目前没有可以办理的事项。');
      return;
    }
    tabs.replaceChildren(...mine.map(({ act, label }) => {
      const tab = element('button', { type: 'button' }, label);
      tab.dataset.act = act;
      tab.addEventListener('click', () => {
        current = act;
        history.replaceState(null, '', `?act=${act}`);
        show();
      });
      return tab;
    }));
    if (!mine.some(({ act }) => act === current)) current = mine[0].act;
    await show();
  } catch (problem) {
    empty(problem.message);
  }
}

async function show() {
  for (const tab of tabs.children) tab.setAttribute('aria-current', String(tab.dataset.act === current));
  try {
    const found = await fetchJson(`/api/finding-acts/${current}?search=${encodeURIComponent(search.value)}`);
    if (found.length === 0) {
      empty('没有找到可以办理的问题。');
      return;
    }
    const sections = [];
    for (const [place, members] of groups(found)) {
      sections.push(element('h2', {}, place, element('small', {}, ` 共 ${members.length} 条`)));
      members.forEach((row) => sections.push(rowOf(row, row.id === asked.get('finding'))));
    }
    rows.replaceChildren(...sections);
    rows.querySelector('details[open]')?.scrollIntoView({ block: 'center' });
  } catch (problem) {
    empty(problem.message);
  }
}

function groups(all) {
  const byPlace = new Map();
  for (const row of all) {
    const place = `${row.organisation}　${row.village ?? '镇级问题'}`;
    if (!byPlace.has(place)) byPlace.set(place, []);
    byPlace.get(place).push(row);
  }
  return byPlace;
}

function rowOf(row, open) {
  const box = element('details', { className: 'row', open });
  const tag = ACTS[current].tag(row);
  box.append(element('summary', {},
    element('span', { className: 'number' }, `第${row.number}条`),
    element('span', { className: 'title' }, row.title),
    ...(row.recurrenceOf ? [element('span', { className: 'tag red' }, `第${row.recurrenceOf}条复发`)] : []),
    ...(tag ? [element('span', { className: 'tag' }, tag)] : []),
    element('span', { className: 'due' }, ACTS[current].due(row))));
  const build = () => {
    if (box.open && box.childElementCount === 1) box.append(bodyOf(row, box));
  };
  box.addEventListener('toggle', build);
  build();
  return box;
}

// On the long-term list what was verified or reviewed stands.
const reportedSince = (row) => (report) => !row.verifiedAt || new Date(report.reportedAt) > new Date(row.verifiedAt);

// Steps that each send for themselves; the row is done when nothing of the kind is left.
function stepsOf(row, box) {
  const body = element('div', { className: 'body' });
  const load = async (changed) => {
    try {
      const proofs = await proofsOf(row);
      if (changed && !ACTS[current].left(proofs, row)) {
        finish(row, box);
        return;
      }
      const facts = factsOf(row);
      proofFacts(proofs).forEach(([name, content]) => facts.append(element('dt', {}, name), element('dd', {}, content)));
      body.replaceChildren(facts, element('div', {}, ...ACTS[current].steps(row, proofs, () => load(true))));
    } catch (problem) {
      body.replaceChildren(element('p', { className: 'refusal', role: 'alert' }, problem.message));
    }
  };
  load(false);
  return body;
}

function finish(row, box) {
  box.replaceChildren(element('summary', {},
    element('span', { className: 'number' }, `第${row.number}条`),
    element('span', { className: 'title' }, row.title),
    element('span', {}, ACTS[current].done)));
  box.className = 'row done';
  box.open = false;
}

function bodyOf(row, box) {
  if (ACTS[current].steps) return stepsOf(row, box);
  const blocked = ACTS[current].blocked(row);
  if (blocked) return element('div', { className: 'body' }, factsOf(row), element('p', { className: 'hint' }, blocked));
  const form = element('form', { noValidate: true }, ...ACTS[current].fields(row));
  const sendButton = element('button', { type: 'submit', className: 'primary' }, ACTS[current].submit);
  form.append(element('div', { className: 'actions' }, sendButton));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    sendButton.disabled = true;
    try {
      await submit(row, form, box);
    } finally {
      sendButton.disabled = false;
    }
  });
  return element('div', { className: 'body' }, factsOf(row), form);
}

async function submit(row, form, box) {
  form.querySelector('.refusal')?.remove();
  form.querySelectorAll('.wrong').forEach((field) => field.classList.remove('wrong'));
  const answer = await send('POST', `/api/findings/${encodeURIComponent(row.id)}/${current}`, readEntry(form));
  if (answer.ok) {
    finish(row, box);
    return;
  }
  const sentences = answer.violations.length > 0 ? answer.violations.map((each) => each.message) : [answer.message];
  form.prepend(element('div', { className: 'refusal', role: 'alert' }, ...sentences.map((each) => element('p', {}, each))));
  for (const violation of answer.violations) {
    if (violation.field) form.querySelector(`[name="${CSS.escape(violation.field)}"]`)?.classList.add('wrong');
  }
  form.querySelector('.refusal').scrollIntoView({ block: 'nearest' });
}

function factsOf(row) {
  const facts = element('dl', {});
  const add = (name, value) => {
    if (value !== undefined && value !== null && value !== '') facts.append(element('dt', {}, name), element('dd', {}, value));
  };
  add('问题', row.problem);
  add('整改意见', row.opinion);
  add('当前状态', row.state);
  add('完成时限', row.extensions > 0 ? `${row.dueOn}（已延期${row.extensions}次，原定${row.originalDueOn}）` : row.dueOn);
  add('上次延期申请未同意', row.refused);
  add('销号日期', row.struckOffOn);
  add('复发问题', row.recurrences && `第${row.recurrences}条`);
  add('原问题', row.recurrenceOf && `第${row.recurrenceOf}条`);
  return facts;
}

function empty(text) {
  rows.replaceChildren(element('p', { className: 'empty' }, text));
}

document.getElementById('find').addEventListener('submit', (event) => {
  event.preventDefault();
  show();
});
search.addEventListener('change', show);

start();
