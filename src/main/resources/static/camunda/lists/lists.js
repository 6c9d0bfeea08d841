// 我的清单: one page per person and kind, grouped by village; every row is sent, accepted or refused by itself.
import { FORMS, readEntry } from './forms.js';
import { fetchJson, send } from './http.js';
import { element } from './dom.js';
import { draftSections, numbered } from './draft.js';
import { keepTyping } from './autosave.js';
import { warnOfPersonalData } from '../lib/rectification/personal-data.js';
import { progressSections } from './progress.js';
import { proofFacts, proofsOf } from './proofs.js';
import { waiting } from './moves.js';
import { dayEnding } from './dates.js';

const kinds = document.getElementById('kinds');
const rows = document.getElementById('rows');
let current = new URLSearchParams(location.search).get('kind');

async function start() {
  try {
    const overview = await fetchJson('/api/worklist');
    showKinds(overview.lists);
    if (overview.lists.length === 0) {
      empty('您目前没有需要逐条办理的事项。');
      return;
    }
    if (!overview.lists.some((list) => list.kind === current)) current = overview.lists[0].kind;
    await showRows();
  } catch (problem) {
    empty(problem.message);
  }
}

function showKinds(lists) {
  kinds.replaceChildren(...lists.map((list) => {
    const late = list.overdue > 0 ? [element('span', { className: 'late' }, ` 逾期${list.overdue}`)] : [];
    const tab = element('button', { type: 'button' }, `${list.label}（${list.count}）`, ...late);
    tab.dataset.kind = list.kind;
    tab.addEventListener('click', () => {
      current = list.kind;
      history.replaceState(null, '', `?kind=${list.kind}`);
      showRows().catch((problem) => empty(problem.message));
    });
    return tab;
  }));
}

async function showRows() {
  for (const tab of kinds.children) tab.setAttribute('aria-current', String(tab.dataset.kind === current));
  const list = await fetchJson(`/api/worklist/${encodeURIComponent(current)}`);
  if (current === 'draft') {
    rows.replaceChildren(...(await draftSections(list)));
    return;
  }
  if (current === 'progress') {
    rows.replaceChildren(...progressSections(list));
    return;
  }
  if (list.rows.length === 0) {
    empty('本清单已全部办结。');
    return;
  }
  const sections = [];
  for (const [place, members] of groups(list.rows)) {
    sections.push(element('h2', {}, place, element('small', {}, ` 共 ${members.length} 条`)));
    members.forEach((row) => sections.push(rowOf(row, list.rows.length === 1)));
  }
  rows.replaceChildren(...sections);
}

function groups(all) {
  const byPlace = new Map();
  for (const row of all) {
    const place = row.finding.village ?? '镇级问题';
    if (!byPlace.has(place)) byPlace.set(place, []);
    byPlace.get(place).push(row);
  }
  return byPlace;
}

function rowOf(row, open) {
  const { finding } = row;
  const box = element('details', { className: 'row', open });
  const tags = [];
  if (row.inPlaceOf) tags.push(element('span', { className: 'tag' }, `代${row.inPlaceOf}办理`));
  if (finding.keyConcern) tags.push(element('span', { className: 'tag red' }, '重点关注'));
  if (finding.immediate) tags.push(element('span', { className: 'tag' }, '立行立改'));
  if (finding.returns > 0) tags.push(element('span', { className: 'tag red' }, `退回${finding.returns}次`));
  const due = row.dueAt ? `${dayEnding(row.dueAt)} 到期` : '';
  box.append(element('summary', {},
    element('span', { className: 'number' }, numbered(finding.number)),
    element('span', { className: 'title' }, finding.title),
    ...tags,
    element('span', { className: row.overdue ? 'due late' : 'due' }, row.overdue ? `已逾期（${due}）` : due, waiting(due && finding.provisional))));
  // Built when somebody looks: a list of three hundred rows stays quick on a slow machine.
  const build = () => {
    if (box.open && box.childElementCount === 1) box.append(bodyOf(row, box));
  };
  box.addEventListener('toggle', build);
  build();
  return box;
}

const KEPT = ['result', 'documentNumber'];

function bodyOf(row, box) {
  const body = element('div', { className: 'body' });
  const load = async () => {
    try {
      const content = contentOf(row, box, await proofsOf(row.finding), load);
      const typed = [...body.querySelectorAll('textarea[name], input[type=text][name]')].filter((field) => KEPT.includes(field.name));
      body.replaceChildren(...content);
      // A measure reported meanwhile must not cost the result that somebody is writing.
      for (const field of typed) body.querySelector(`[name="${field.name}"]`).value = field.value;
    } catch (problem) {
      body.replaceChildren(element('p', { className: 'refusal', role: 'alert' }, problem.message));
    }
  };
  load();
  return body;
}

function contentOf(row, box, proofs, reload) {
  const kind = FORMS[current];
  const form = element('form', { noValidate: true }, ...kind.fields(row.finding, proofs));
  const sendButton = element('button', { type: 'submit', className: 'primary' }, FORMS[current].submit);
  const later = current === 'work'
    ? [element('a', { href: `acts.html?act=extension&finding=${encodeURIComponent(row.finding.id)}` }, '申请延期')]
    : [];
  form.append(element('div', { className: 'actions' }, sendButton, ...later));
  const typing = keepTyping(form, 'task', row.taskId, readEntry);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    sendButton.disabled = true;
    try {
      await submit(row, form, box, typing);
    } finally {
      sendButton.disabled = false;
    }
  });
  const steps = kind.steps ? kind.steps(row.finding, proofs, reload) : [];
  return [factsOf(row.finding, proofs), element('div', {}, ...steps, form)];
}

async function submit(row, form, box, typing) {
  form.querySelector('.refusal')?.remove();
  form.querySelectorAll('.wrong').forEach((field) => field.classList.remove('wrong'));
  await typing.rest();
  const door = FORMS[current].door?.(row.finding) ?? `/api/worklist/rows/${encodeURIComponent(row.taskId)}`;
  const answer = await send('POST', door, readEntry(form));
  if (answer.ok) {
    typing.done();
    box.replaceChildren(element('summary', {},
      element('span', { className: 'number' }, numbered(row.finding.number)),
      element('span', { className: 'title' }, row.finding.title),
      element('span', {}, '已提交')));
    box.className = 'row done';
    box.open = false;
    countDown(row);
    return;
  }
  typing.touched();
  const sentences = answer.violations.length > 0 ? answer.violations.map((each) => each.message) : [answer.message];
  form.prepend(element('div', { className: 'refusal', role: 'alert' }, ...sentences.map((each) => element('p', {}, each))));
  for (const violation of answer.violations) {
    const name = violation.field.replace(/\[(\d+)\]/g, '.$1');
    form.querySelector(`[name="${CSS.escape(name)}"]`)?.classList.add('wrong');
  }
  form.querySelector('.refusal').scrollIntoView({ block: 'nearest' });
}

function countDown(row) {
  const tab = kinds.querySelector(`[data-kind="${CSS.escape(current)}"]`);
  const left = Number(/（(\d+)）/.exec(tab.textContent)[1]) - 1;
  tab.firstChild.textContent = tab.firstChild.textContent.replace(/（\d+）/, `（${left}）`);
  if (row.overdue) tab.querySelector('.late')?.remove();
}

function factsOf(finding, proofs) {
  const facts = element('dl', {}, element('dd', {},
    element('a', { href: `finding.html?id=${encodeURIComponent(finding.id)}`, target: '_blank' }, '查看问题全貌')));
  const add = (name, value) => {
    if (value !== undefined && value !== null && value !== '') facts.append(element('dt', {}, name), element('dd', {}, value));
  };
  add('问题', finding.problem);
  add('整改意见', finding.opinion);
  add('问题类别', finding.area);
  add('当前状态', finding.state);
  add('责任领导 / 责任人员', [finding.leader, finding.person].filter(Boolean).join(' / '));
  add('上次退回理由', finding.returnReason);
  if (finding.extensions > 0) add('延期情况', `已延期${finding.extensions}次，原定${finding.originalDueOn}，现为${finding.dueOn}`);
  if (finding.extension) {
    add('延期申请', `${finding.extension.by}申请延至${finding.extension.newDueOn}：${finding.extension.reason}（由${finding.extension.level}审批）`);
  }
  if (finding.plan) {
    add('整改目标', finding.plan.goal);
    add('整改措施', finding.plan.measures.map((each) => `【${each.horizon === 'LASTING' ? '长久立' : '当下改'}】${each.text}`).join('\n'));
  }
  if (finding.result && current !== 'work') {
    add('整改结果', finding.result.text);
    add('已完成措施', finding.result.measures.map((each) =>
      `【${each.kind === 'LASTING' ? '长久立' : '当下改'}】${each.text}${each.accountabilityOnly ? '（仅问责下级）' : ''}`).join('\n'));
    add('填报人', finding.result.filledInBy ? `${finding.result.doer}（${finding.result.filledInBy} 代填）` : finding.result.doer);
  }
  proofFacts(proofs).forEach(([name, content]) => add(name, content));
  return facts;
}

function empty(text) {
  rows.replaceChildren(element('p', { className: 'empty' }, text));
}

warnOfPersonalData(rows);
start();
