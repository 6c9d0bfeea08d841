// The drafting list: one plan line per finding, claimed or given back, saved by itself; the task is handed in when every
// line is complete. What was typed stays until it is saved, whatever the application says.
import { MUST, area, day, line, readEntry } from './forms.js';
import { element } from './dom.js';
import { keepTyping } from './autosave.js';
import { fetchJson, send } from './http.js';
import { commonPanel } from './draft-common.js';
import { opinionsPanel } from './draft-opinions.js';

const path = (...parts) => parts.map(encodeURIComponent).join('/');
const planOf = (row) => `/api/plans/${path(row.round, row.organisation)}`;

// Asked once per plan on the page. What cannot be read is said: a part of the page that silently stays away misleads.
async function surroundings(rows) {
  const plans = new Map();
  for (const row of rows) {
    if (!plans.has(planOf(row))) plans.set(planOf(row), { rows: [], base: planOf(row) });
    plans.get(planOf(row)).rows.push(row);
  }
  await Promise.all([...plans.values()].map(async (plan) => {
    const [choices, advice, common] = await Promise.all(['choices', 'advice', 'common-problems'].map((what) =>
      fetchJson(`${plan.base}/${what}`)));
    Object.assign(plan, { choices, advice, common });
  }));
  return plans;
}

export async function draftSections(list) {
  const plans = await surroundings(list.rows);
  const incomplete = new Set(list.rows.filter((row) => row.violations.length > 0 || row.bouncedBy).map((row) => row.findingId));
  const own = new Set(list.rows.filter((row) => row.drafter === plans.get(planOf(row)).choices.person && !row.bouncedBy).map((row) => row.findingId));
  const handIn = handInOf(list, () => [...own].filter((id) => incomplete.has(id)).length);
  const sections = [];
  for (const plan of plans.values()) {
    sections.push(overviewOf(plan));
    if (plan.choices.clerk) {
      sections.push(await commonPanel(plan), await opinionsPanel(plan), await divisionPanel(plan));
    }
    for (const [place, members] of groups(plan.rows)) {
      sections.push(element('h2', {}, place, element('small', {}, ` 共 ${members.length} 条`)));
      members.forEach((row) => sections.push(rowOf(row, plan, incomplete, handIn.refresh)));
    }
  }
  if (sections.length === 0) sections.push(element('p', { className: 'empty' }, '没有需要编制的方案内容。'));
  return [...list.rounds.map(sheetLink), ...sections, handIn.box];
}

// The same lines as a workbook, for who prefers to fill in offline.
function sheetLink(round) {
  return element('p', { className: 'actions' },
    element('a', { href: `plan-sheet.html?round=${encodeURIComponent(round)}` }, '下载编制表 / 上传编制表（Excel）'));
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

export const numbered = (number) => (/^\d/.test(number) ? `第${number}条` : number);

// What the plan looks like at a glance; advice never stops anybody.
function overviewOf(plan) {
  const of = (test) => plan.rows.filter(test).length;
  const facts = [
    `共 ${plan.rows.length} 条`,
    `已认领 ${of((row) => row.claimed)} 条`,
    `待填写 ${of((row) => row.violations.length > 0)} 条`,
  ];
  const back = of((row) => row.bouncedBy);
  if (back > 0) facts.push(`退回待分解 ${back} 条`);
  const box = element('section', { className: 'overview', ariaLabel: '方案概况' }, element('p', {}, facts.join('，')));
  const kinds = Object.entries(plan.advice.summary);
  if (kinds.length > 0) {
    box.append(element('p', { className: 'planhint' },
      `方案体检提示（供参考，不影响提交）：${kinds.map(([kind, count]) => `${kind} ${count} 处`).join('，')}`));
  }
  for (const each of plan.advice.advice.filter((one) => !one.findingId)) {
    box.append(element('p', { className: 'planhint' }, each.text));
  }
  return box;
}

async function divisionPanel(plan) {
  const division = await fetchJson(`${plan.base}/division`);
  if (division.list.length === 0) return '';
  const body = element('ul', {}, ...division.list.map((each) => element('li', {},
    `${each.line}：${each.by} ${each.on} 第${each.times}次退回，理由：${each.reason}`
    + (each.givenTo ? `；${each.givenBy}重新分解给${each.givenTo}，理由：${each.givenWhy}` : '；尚未重新分解'))));
  return element('details', { className: 'row panel' },
    element('summary', {}, element('span', { className: 'title' }, `退回情况（${division.bounces} 次，待分解 ${division.waiting} 条）`)),
    element('div', { className: 'panelbody' }, body));
}

function handInOf(list, missing) {
  const box = element('div', { className: 'actions' });
  const note = element('span', { role: 'status' });
  const button = element('button', { type: 'button', className: 'primary' }, '全部填写完毕，提交我的方案');
  const refresh = () => {
    button.disabled = missing() > 0;
    note.textContent = missing() > 0 ? `本人编制的还有 ${missing()} 条未填写完整` : '本人编制的各条均已填写完整';
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

function rowOf(row, plan, incomplete, refresh) {
  const word = () => (row.bouncedBy ? '待重新分解' : incomplete.has(row.findingId) ? '未填写完整' : '已填写');
  const state = element('span', { className: 'due' }, word());
  const tags = [];
  const tag = (text, red) => tags.push(element('span', { className: red ? 'tag red' : 'tag' }, text));
  if (row.selfFound) tag('自查');
  if (row.commonId) tag('共性');
  if (row.claimed) tag('已认领');
  if (row.bounces > 0) tag(`退回${row.bounces}次`, true);
  const advice = plan.advice.advice.filter((each) => each.findingId === row.findingId);
  if (advice.length > 0) tag(`提示${advice.length}处`);
  const box = element('details', { className: 'row' },
    element('summary', {},
      element('span', { className: 'number' }, numbered(row.number)),
      element('span', { className: 'title' }, row.title),
      ...tags,
      state));
  box.dataset.finding = row.findingId;
  const saved = () => {
    incomplete.delete(row.findingId);
    state.textContent = word();
    refresh();
  };
  const leave = (text) => {
    incomplete.delete(row.findingId);
    refresh();
    box.replaceChildren(element('summary', {},
      element('span', { className: 'number' }, numbered(row.number)),
      element('span', { className: 'title' }, row.title),
      element('span', {}, text)));
    box.className = 'row done';
    box.open = false;
  };
  box.addEventListener('toggle', () => {
    if (box.open && box.childElementCount === 1 && !box.classList.contains('done')) {
      box.append(bodyOf(row, plan, advice, saved, leave));
    }
  });
  return box;
}

function bodyOf(row, plan, advice, saved, leave) {
  const left = element('div', {}, factsOf(row, plan), adviceOf(advice), divisionOf(row, plan, leave), selfFoundOf(row, plan));
  // Given back: first somebody has to say whose it is.
  if (row.bouncedBy) return element('div', { className: 'body' }, left, element('div', {}));
  const form = formOf(row, plan);
  const save = element('button', { type: 'submit', className: 'primary' }, '保存本条');
  const note = element('span', { role: 'status' });
  form.append(element('div', { className: 'actions' }, save, note));
  const typing = keepTyping(form, 'plan-line', row.findingId, readEntry);
  // Whoever keeps drafts while people type finds the line by this.
  form.dataset.draft = `plan-line/${row.findingId}`;
  form.addEventListener('input', () => {
    form.dataset.unsaved = 'true';
    note.textContent = '';
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    save.disabled = true;
    note.textContent = '';
    await typing.rest();
    const entry = readEntry(form);
    entry.measures = (entry.measures ?? []).filter((each) => each.text || each.dueOn || each.id);
    const answer = await send('PUT', `/api/plan-lines/${encodeURIComponent(row.findingId)}`, entry);
    save.disabled = false;
    show(form, answer);
    if (!answer.ok) typing.touched();
    if (answer.ok) {
      typing.done();
      delete form.dataset.unsaved;
      form.dispatchEvent(new CustomEvent('draft-saved', { bubbles: true }));
      note.textContent = '已保存。';
      saved();
      await adviceAgain(row, plan, left);
    }
  });
  return element('div', { className: 'body' }, left, form);
}

// Leaving with unsaved words asks first.
addEventListener('beforeunload', (event) => {
  if (document.querySelector('form[data-unsaved]')) event.preventDefault();
});

function formOf(row, plan) {
  const part = (...fields) => element('div', { className: 'pair' }, ...fields);
  return element('form', { noValidate: true },
    measuresOf(row, plan),
    line('没有当下改措施的理由', 'noNowReason', false, row.noNowReason),
    line('没有长久立措施的理由', 'noLastingReason', false, row.noLastingReason),
    area('整改目标', 'goal', true, row.goal),
    part(day('整改时限', 'dueOn', true, row.dueOn), line('责任党支部（办、站、所）', 'branch', true, row.branch)),
    ...ownersOf(row, plan),
    area('根源剖析', 'rootCause', true, row.rootCause),
    area('举一反三排查情况', 'similarCheck', true, row.similarCheck),
    part(count('排查数量（个）', 'similarChecked', row.similarChecked), count('发现同类问题（个）', 'similarFound', row.similarFound)));
}

const named = (text, field) => {
  field.id = `d${Math.random().toString(36).slice(2)}`;
  return element('fieldset', {}, element('label', { htmlFor: field.id }, text, MUST()), field);
};

const count = (text, name, value) =>
  named(text, element('input', { type: 'number', name, value: value ?? '', min: '0', step: '1' }));

// Only the clerk moves a line to other people; everybody else reads their names on the left.
function ownersOf(row, plan) {
  const reason = line('责任人员调整或层级不一致的理由', 'ownerReason', false, row.ownerReason);
  if (!plan.choices.clerk) return [reason];
  return [
    element('div', { className: 'pair' },
      choose('责任领导', 'leader', plan.choices.leaders, row.leader),
      choose('责任人员', 'person', plan.choices.people, row.person)),
    reason,
  ];
}

export function choose(text, name, people, chosen) {
  const options = people.map((each) => element('option', { value: each.id ?? each.code }, each.office ? `${each.name}（${each.office}）` : each.name));
  const field = element('select', { name }, element('option', { value: '' }, '请选择'), ...options);
  field.value = chosen ?? '';
  return named(text, field);
}

export function show(form, answer) {
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

function measuresOf(row, plan) {
  const list = element('div', {});
  const renumber = () => [...list.children].forEach((each, index) => {
    for (const field of each.querySelectorAll('[data-part]')) field.name = `measures.${index}.${field.dataset.part}`;
  });
  const part = (field, name) => {
    field.dataset.part = name;
    return field;
  };
  const add = (measure) => {
    const common = measure.commonId !== undefined && measure.commonId !== null;
    const text = part(element('textarea', { value: measure.text ?? '', maxLength: 4000, rows: 2, ariaLabel: '措施内容', readOnly: common }), 'text');
    const horizon = part(element('select', { ariaLabel: '措施类别' },
      element('option', { value: 'NOW' }, '当下改'), element('option', { value: 'LASTING' }, '长久立')), 'horizon');
    horizon.value = measure.horizon;
    const until = part(element('input', { type: 'date', value: measure.dueOn ?? '', ariaLabel: '措施时限', title: '措施时限，不填的按整改时限', readOnly: common }), 'dueOn');
    const only = part(element('input', { type: 'checkbox', checked: measure.accountabilityOnly === true }), 'accountabilityOnly');
    const id = part(element('input', { type: 'hidden', value: measure.id ?? '' }), 'id');
    const remove = element('button', { type: 'button', className: 'plain' }, '删除');
    only.hidden = common;
    const details = element('div', { className: 'measuredetails' }, horizon, until,
      ...(common ? [element('span', { className: 'tag' }, leaderOf(measure, plan)), only] : [element('label', {}, only, '仅问责下级'), remove]));
    const entry = element('div', { className: 'draftmeasure' }, text, details, id);
    if (common) for (const field of [horizon, only]) field.disabled = true;
    remove.addEventListener('click', () => {
      entry.remove();
      renumber();
      list.dispatchEvent(new Event('input', { bubbles: true }));
    });
    list.append(entry);
    renumber();
  };
  const before = row.measures.length > 0 ? row.measures : [{ horizon: 'NOW' }, { horizon: 'LASTING' }];
  before.forEach(add);
  const more = element('button', { type: 'button', className: 'plain' }, '增加一条措施');
  more.addEventListener('click', () => add({ horizon: 'NOW' }));
  return element('fieldset', { className: 'measures' }, element('legend', {}, '整改措施（至少一条当下改、一条长久立）', MUST()), list, more);
}

function leaderOf(measure, plan) {
  const common = plan.common.find((each) => each.id === measure.commonId);
  return common ? `共性措施，镇级责任领导：${common.leaderName}` : '共性措施';
}

function factsOf(row, plan) {
  const facts = element('dl', {}, element('dd', {},
    element('a', { href: `finding.html?id=${encodeURIComponent(row.findingId)}`, target: '_blank' }, '查看问题全貌')));
  const add = (name, value) => {
    if (value) facts.append(element('dt', {}, name), element('dd', {}, value));
  };
  add('问题', row.problem);
  add('整改意见', row.opinion);
  add('责任领导 / 责任人员', [row.leaderName, row.personName].filter(Boolean).join(' / '));
  add('编制人', row.filledInBy ? `${row.drafterName}（${row.filledInBy} 代填）` : row.drafterName);
  const common = plan.common.find((each) => each.id === row.commonId);
  if (common) add('共性问题', `${common.title}（镇级责任领导：${common.leaderName}）`);
  const origin = plan.rows.find((each) => each.findingId === row.generalisedFrom);
  if (row.selfFound) add('自查来源', origin ? `对照${numbered(origin.number)}“${origin.title}”举一反三` : '举一反三');
  if (row.bouncedBy) add('退回情况', `${row.bouncedBy}：${row.bounceReason}`);
  if (row.decided) add('责任裁定', '党委书记已裁定');
  return facts;
}

function adviceOf(advice) {
  return element('div', { className: 'advice' }, ...(advice.length === 0 ? [] : [
    element('strong', {}, '体检提示（供参考）'),
    element('ul', {}, ...advice.map((each) => element('li', {}, each.text))),
  ]));
}

async function adviceAgain(row, plan, left) {
  const now = await fetchJson(`${plan.base}/advice`).catch(() => undefined);
  if (now) left.querySelector('.advice').replaceWith(adviceOf(now.advice.filter((each) => each.findingId === row.findingId)));
}

// Claim, give back, or, for those who decide, give to somebody else.
function divisionOf(row, plan, leave) {
  const box = element('div', { className: 'division' });
  const note = element('p', { className: 'soft', role: 'status' });
  const decides = row.bounces >= 2 && row.bouncedBy ? plan.choices.secretary : plan.choices.clerk;
  const mine = row.drafter === plan.choices.person;
  if (mine && !row.bouncedBy && !row.claimed) box.append(claimOf(row, note), bounceOf(row, leave));
  if (decides) box.append(divideAgainOf(row, plan, leave));
  box.append(note);
  return box;
}

function claimOf(row, note) {
  const button = element('button', { type: 'button', className: 'plain' }, '认领本条');
  button.addEventListener('click', async () => {
    const answer = await send('POST', `/api/plan-lines/${encodeURIComponent(row.findingId)}/claim`, {});
    note.textContent = answer.ok ? '已认领，请填写右侧内容。' : answer.message;
    if (answer.ok) {
      row.claimed = true;
      button.closest('.division').querySelectorAll('.bounce').forEach((each) => each.remove());
      button.remove();
    }
  });
  return button;
}

function bounceOf(row, leave) {
  const reason = element('input', { type: 'text', maxLength: 1000, placeholder: '不属于本人职责的，写明理由', ariaLabel: '退回理由' });
  const button = element('button', { type: 'button', className: 'plain' }, '退回本条');
  const note = element('p', { className: 'soft', role: 'status' });
  button.addEventListener('click', async () => {
    const answer = await send('POST', `/api/plan-lines/${encodeURIComponent(row.findingId)}/bounce`, { reason: reason.value.trim() });
    note.textContent = answer.ok ? '' : answer.message;
    reason.classList.toggle('wrong', !answer.ok);
    if (answer.ok) leave(row.bounces > 0 ? '已退回，由党委书记裁定' : '已退回整改办');
  });
  return element('div', { className: 'bounce' }, reason, button, note);
}

function divideAgainOf(row, plan, leave) {
  const form = element('form', { noValidate: true },
    element('div', { className: 'pair' },
      choose('责任领导', 'leader', plan.choices.leaders, row.leader),
      choose('责任人员', 'person', plan.choices.people, row.bouncedBy ? '' : row.person)),
    line('理由', 'reason', true));
  const button = element('button', { type: 'submit', className: 'plain' }, row.bounces >= 2 && row.bouncedBy ? '裁定' : '重新分解');
  form.append(element('div', { className: 'actions' }, button));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const answer = await send('POST', `/api/plan-lines/${encodeURIComponent(row.findingId)}/division`, readEntry(form));
    show(form, answer);
    if (answer.ok) leave('已重新分解');
  });
  return element('details', { className: 'again', open: Boolean(row.bouncedBy) },
    element('summary', {}, row.bouncedBy ? '重新明确责任' : '调整责任人'), form);
}

function selfFoundOf(row, plan) {
  const form = element('form', { noValidate: true },
    choose('所在村（镇本级的不选）', 'village', plan.choices.villages, row.village),
    line('问题概括（40字以内）', 'title', true),
    area('问题描述', 'problem', true),
    line('整改要求', 'opinion', false),
    day('整改时限（不填的与本条相同）', 'dueOn', false));
  form.querySelector('select[name=village]').options[0].textContent = '镇本级';
  form.querySelector('.must')?.remove();
  const button = element('button', { type: 'submit', className: 'plain' }, '增加自查问题');
  const note = element('span', { className: 'soft', role: 'status' });
  form.append(element('div', { className: 'actions' }, button, note));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    button.disabled = true;
    const answer = await send('POST', `/api/plan-lines/${encodeURIComponent(row.findingId)}/self-found`, readEntry(form));
    button.disabled = false;
    show(form, answer);
    if (answer.ok) {
      form.reset();
      note.textContent = '已增加自查问题，刷新本页后逐条填写。';
    }
  });
  return element('details', { className: 'again' }, element('summary', {}, '举一反三：增加自查问题'), form);
}
