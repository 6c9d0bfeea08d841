// The drafting list: one plan line per finding, saved by itself; the task is handed in when every line is complete.
import { MUST, area, day, line, readEntry } from './forms.js';
import { element } from './dom.js';
import { keepTyping } from './autosave.js';
import { send } from './http.js';

export function draftSections(list) {
  const incomplete = new Set(list.rows.filter((row) => row.violations.length > 0).map((row) => row.findingId));
  const handIn = handInOf(list, incomplete);
  const sections = [];
  for (const [place, members] of groups(list.rows)) {
    sections.push(element('h2', {}, place, element('small', {}, ` 共 ${members.length} 条`)));
    members.forEach((row) => sections.push(rowOf(row, incomplete, handIn.refresh)));
  }
  if (sections.length === 0) sections.push(element('p', { className: 'empty' }, '没有需要编制的方案内容。'));
  return [...sections, handIn.box];
}

function groups(all) {
  const byPlace = new Map();
  for (const row of all) {
    const place = row.villageName ?? '镇级问题';
    if (!byPlace.has(place)) byPlace.set(place, []);
    byPlace.get(place).push(row);
  }
  return byPlace;
}

function handInOf(list, incomplete) {
  const box = element('div', { className: 'actions' });
  const note = element('span', {});
  const button = element('button', { type: 'button', className: 'primary' }, '全部填写完毕,提交我的方案');
  const refresh = () => {
    button.disabled = incomplete.size > 0;
    note.textContent = incomplete.size > 0 ? `还有 ${incomplete.size} 条未填写完整` : '各条均已填写完整';
  };
  button.addEventListener('click', async () => {
    button.disabled = true;
    for (const taskId of list.taskIds) {
      const answer = await send('POST', `/api/worklist/rows/${encodeURIComponent(taskId)}`, {});
      note.textContent = answer.ok ? '已提交。' : answer.message;
      if (!answer.ok) {
        button.disabled = false;
        return;
      }
    }
  });
  refresh();
  if (list.taskIds.length > 0) box.append(button, note);
  return { box, refresh };
}

function rowOf(row, incomplete, refresh) {
  const state = element('span', { className: 'due' }, incomplete.has(row.findingId) ? '未填写完整' : '已填写');
  const box = element('details', { className: 'row' },
    element('summary', {},
      element('span', { className: 'number' }, `第${row.number}条`),
      element('span', { className: 'title' }, row.title),
      state));
  const saved = () => {
    incomplete.delete(row.findingId);
    state.textContent = '已填写';
    refresh();
  };
  box.addEventListener('toggle', () => {
    if (box.open && box.childElementCount === 1) box.append(bodyOf(row, saved, box));
  });
  return box;
}

function bodyOf(row, saved, box) {
  const form = element('form', { noValidate: true },
    measuresOf(row),
    line('没有当下改措施的理由', 'noNowReason', false, row.noNowReason),
    line('没有长久立措施的理由', 'noLastingReason', false, row.noLastingReason),
    area('整改目标', 'goal', true, row.goal),
    day('整改时限', 'dueOn', true, row.dueOn),
    line('责任党支部(办、站、所)', 'branch', true, row.branch),
    line('责任人员层级与问题不一致的理由', 'ownerReason', false, row.ownerReason),
    area('根源剖析', 'rootCause', true, row.rootCause),
    area('举一反三排查情况', 'similarCheck', true, row.similarCheck));
  const save = element('button', { type: 'submit', className: 'primary' }, '保存本条');
  const note = element('span', { role: 'status' });
  form.append(element('div', { className: 'actions' }, save, note));
  const typing = keepTyping(form, 'plan-line', row.findingId, readEntry);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    save.disabled = true;
    note.textContent = '';
    await typing.rest();
    const answer = await send('PUT', `/api/plan-lines/${encodeURIComponent(row.findingId)}`, readEntry(form));
    save.disabled = false;
    show(form, answer);
    if (!answer.ok) typing.touched();
    if (answer.ok) {
      typing.done();
      note.textContent = '已保存。';
      saved();
    }
  });
  return element('div', { className: 'body' }, factsOf(row, box), form);
}

function show(form, answer) {
  form.querySelector('.refusal')?.remove();
  form.querySelectorAll('.wrong').forEach((field) => field.classList.remove('wrong'));
  if (answer.ok) return;
  const sentences = answer.violations.length > 0 ? answer.violations.map((each) => each.message) : [answer.message];
  form.prepend(element('div', { className: 'refusal', role: 'alert' }, ...sentences.map((each) => element('p', {}, each))));
  for (const violation of answer.violations) {
    const name = violation.field.replace(/\[(\d+)\]/g, '.$1');
    form.querySelector(`[name="${CSS.escape(name)}"]`)?.classList.add('wrong');
  }
  form.querySelector('.refusal').scrollIntoView({ block: 'nearest' });
}

function measuresOf(row) {
  const list = element('div', {});
  const renumber = () => [...list.children].forEach((each, index) => {
    for (const field of each.querySelectorAll('[data-part]')) field.name = `measures.${index}.${field.dataset.part}`;
  });
  const add = (measure) => {
    const text = element('input', { type: 'text', value: measure.text ?? '', maxLength: 4000, ariaLabel: '措施内容' });
    text.dataset.part = 'text';
    const horizon = element('select', { ariaLabel: '措施类别' },
      element('option', { value: 'NOW' }, '当下改'), element('option', { value: 'LASTING' }, '长久立'));
    horizon.value = measure.horizon;
    horizon.dataset.part = 'horizon';
    const remove = element('button', { type: 'button', className: 'plain' }, '删除');
    const entry = element('div', { className: 'measure' }, text, horizon, remove);
    remove.addEventListener('click', () => {
      entry.remove();
      renumber();
    });
    list.append(entry);
    renumber();
  };
  const before = row.measures.length > 0 ? row.measures : [{ horizon: 'NOW' }, { horizon: 'LASTING' }];
  before.forEach(add);
  const more = element('button', { type: 'button', className: 'plain' }, '增加一条措施');
  more.addEventListener('click', () => add({ horizon: 'NOW' }));
  return element('fieldset', {}, element('legend', {}, '整改措施', MUST()), list, more);
}

function factsOf(row, box) {
  const facts = element('dl', {});
  const add = (name, value) => {
    if (value) facts.append(element('dt', {}, name), element('dd', {}, value));
  };
  add('问题', row.problem);
  add('整改意见', row.opinion);
  add('责任领导 / 责任人员', [row.leaderName, row.personName].filter(Boolean).join(' / '));
  add('编制人', row.filledInBy ? `${row.drafterName}(${row.filledInBy} 代填)` : row.drafterName);
  add('退回情况', row.bounceReason);
  return element('div', {}, facts, bounceOf(row, box));
}

function bounceOf(row, box) {
  const reason = element('input', { type: 'text', maxLength: 1000, placeholder: '不属于本人职责的,写明理由', ariaLabel: '退回理由' });
  const button = element('button', { type: 'button', className: 'plain' }, '退回整改办');
  const note = element('p', { className: 'soft', role: 'status' });
  button.addEventListener('click', async () => {
    const answer = await send('POST', `/api/plan-lines/${encodeURIComponent(row.findingId)}/bounce`, { reason: reason.value.trim() });
    note.textContent = answer.ok ? '已退回整改办,请刷新本页。' : answer.message;
    if (answer.ok) box.open = true;
  });
  return element('div', { className: 'bounce' }, reason, button, note);
}
