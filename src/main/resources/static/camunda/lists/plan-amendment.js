// 方案调整: the clerk proposes with a reason, chooses lines, changes fields beside what stands there, and hands it in.
import { area, day, line as text } from './forms.js';
import { element } from './dom.js';
import { fileControl } from './files.js';
import { fetchJson, send, upload as uploaded } from './http.js';

export async function amendmentSections(plan, at, reload) {
  const known = await fetchJson(at('amendments'));
  const sections = [element('h2', {}, '方案调整')];
  const mine = known.amendments.find((each) => each.taskId);
  if (mine) sections.push(await editor(mine, known, plan, at, reload));
  else if (known.mayPropose) sections.push(opener(at, reload));
  sections.push(...known.amendments.map((each) => card(each)));
  if (known.amendments.length === 0 && !known.mayPropose) sections.push(element('p', { className: 'empty' }, '方案印发后没有调整。'));
  return sections;
}

function card(each) {
  const facts = element('dl', {});
  const add = (name, value) => value && facts.append(element('dt', {}, name), element('dd', {}, value));
  add('调整理由', each.reason);
  add('提出人', each.startedBy);
  add('巡察办说明', each.remark);
  add('形成版本', each.version ? `第${each.version}版` : '');
  return element('section', { className: 'amend' }, element('h3', {}, each.state), facts);
}

function opener(at, reload) {
  const form = element('form', { className: 'amend', noValidate: true },
    element('p', { className: 'soft' }, '方案印发后的任何调整都另成新版本，原版本保留；措施、目标或时限有改变的，须先经党委审议，再报巡察办同意。'),
    area('调整理由', 'reason', true),
    element('div', { className: 'actions' }, element('button', { type: 'submit', className: 'primary' }, '提出方案调整')));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const answer = await send('POST', at('amendments'), { reason: form.elements.reason.value.trim() });
    if (answer.ok) await reload();
    else refused(form, answer);
  });
  return form;
}

function refused(form, answer) {
  form.querySelector('.refusal')?.remove();
  form.querySelectorAll('.wrong').forEach((field) => field.classList.remove('wrong'));
  const sentences = answer.violations.length > 0 ? answer.violations.map((each) => each.message) : [answer.message];
  form.prepend(element('div', { className: 'refusal', role: 'alert' }, ...sentences.map((each) => element('p', {}, each))));
  for (const violation of answer.violations) {
    const [, index, name] = /^changes\[(\d+)\]\.(\w+)/.exec(violation.field) ?? [];
    const scope = index === undefined ? form : form.querySelectorAll('.amended')[Number(index)];
    scope?.querySelector(`[name="${CSS.escape(name ?? violation.field)}"]`)?.classList.add('wrong');
  }
  form.querySelector('.refusal').scrollIntoView({ block: 'nearest' });
}

async function editor(mine, known, plan, at, reload) {
  const lines = await fetchJson(at(`versions/${plan.versions.at(-1).version}`));
  const chosen = element('div', {});
  const pick = element('select', { ariaLabel: '要调整的问题' }, element('option', { value: '' }, '选择要调整的问题……'),
    ...lines.map((each) => element('option', { value: each.findingId }, each.label)));
  pick.addEventListener('change', () => {
    const found = lines.find((each) => each.findingId === pick.value);
    if (found && !chosen.querySelector(`[data-finding="${CSS.escape(found.findingId)}"]`)) chosen.append(amended(found, known.people));
    pick.value = '';
  });
  let minutes = '';
  const upload = fileControl({ caseOf: async () => ({ round: plan.roundId, organisation: plan.organisationId }), many: false, changed: (ids) => { minutes = ids; } });
  const hand = element('button', { type: 'submit', className: 'primary' }, '报送巡察办');
  const withdraw = element('button', { type: 'button', className: 'plain' }, '撤回本次调整');
  const form = element('form', { className: 'amend', noValidate: true },
    element('h3', {}, `拟订方案调整：${mine.reason}`),
    ...(mine.remark ? [element('p', { className: 'refusal' }, `巡察办退回：${mine.remark}`)] : []),
    fromSheet(plan, at, chosen), pick, chosen,
    element('p', { className: 'soft' }, '措施、目标或时限有改变的，填写党委会议并上传会议记录或纪要：'),
    element('div', { className: 'pair' }, day('党委会议日期', 'meetingOn', false), text('会议或文件编号', 'minutesNumber', false)),
    element('fieldset', {}, element('legend', {}, '会议记录或纪要'), upload.box),
    element('div', { className: 'pair' }, text('纸面签署人', 'paperPerson', false), day('纸面签署日期', 'paperOn', false)),
    element('div', { className: 'actions' }, hand, withdraw));
  const complete = async (entry) => {
    const answer = await send('POST', `/api/worklist/rows/${encodeURIComponent(mine.taskId)}`, entry);
    if (answer.ok) await reload();
    else refused(form, answer);
  };
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    hand.disabled = true;
    try {
      const given = Object.fromEntries(['meetingOn', 'minutesNumber', 'paperPerson', 'paperOn']
        .map((name) => [name, form.elements[name].value.trim()]).filter(([, value]) => value));
      await complete({ action: 'SUBMIT', changes: [...chosen.children].map(changeOf), ...given, ...(minutes ? { minutesFile: minutes } : {}) });
    } finally {
      hand.disabled = false;
    }
  });
  withdraw.addEventListener('click', () => complete({ action: 'WITHDRAW' }));
  return form;
}

// The ledger's export, changed offline: only what differs becomes part of the amendment, and nothing before it is handed in.
function fromSheet(plan, at, chosen) {
  const file = element('input', { type: 'file', accept: '.xlsx', id: 'amendmentSheet', className: 'file' });
  const said = element('div', { ariaLive: 'polite' });
  file.addEventListener('change', async () => {
    if (file.files.length === 0) return;
    said.replaceChildren(element('p', { role: 'status' }, '正在逐行核对……'));
    const answer = await uploaded(at('amendments/sheet'), file.files[0]);
    file.value = '';
    if (answer.ok) {
      look(answer.body, chosen, said);
    } else {
      said.replaceChildren(element('div', { className: 'refusal', role: 'alert' }, element('p', {}, answer.message)));
    }
  });
  const query = new URLSearchParams({ round: plan.roundId, organisation: plan.organisationId });
  return element('fieldset', {}, element('legend', {}, '用 Excel 调整'),
    element('p', { className: 'soft' }, '导出整改台账，在黄色栏目中修改后上传；先逐行核对，报送之前不保存。'),
    element('p', { className: 'actions' }, element('a', { className: 'button', href: `/api/ledger.xlsx?${query}` }, '导出整改台账'),
      file, element('label', { htmlFor: 'amendmentSheet', className: 'button' }, '上传改过的 Excel')), said);
}

function look(of, chosen, said) {
  const wrong = of.problems.flatMap((row) => row.causes.map((cause) =>
    element('tr', {}, element('td', {}, `第${row.row}行`), element('td', {}, row.label), element('td', {}, cause.column), element('td', {}, cause.message))));
  said.replaceChildren(element('p', { className: 'sheet-sums' },
    `共 ${of.rows} 行，没有改动 ${of.unchanged} 行，列入本次调整 ${of.lines.length} 行，需要更正 ${of.problems.length} 行。`),
  ...(wrong.length > 0 ? [element('table', { className: 'states sheet-problems' },
    element('thead', {}, element('tr', {}, ...['行', '问题', '栏目', '原因'].map((head) => element('th', {}, head)))), element('tbody', {}, ...wrong))] : []));
  for (const line of of.lines) {
    chosen.querySelector(`[data-finding="${CSS.escape(line.amendment.finding)}"]`)?.remove();
    chosen.append(read(line));
  }
}

function read(line) {
  const remove = element('button', { type: 'button', className: 'plain' }, '不调整这一条');
  const box = element('div', { className: 'amended' }, element('h3', {}, line.label, remove),
    element('table', { className: 'states' }, element('thead', {}, element('tr', {}, ...['栏目', '原内容', '现内容'].map((head) => element('th', {}, head)))),
      element('tbody', {}, ...line.changes.map((change) => element('tr', {}, element('td', {}, change.label),
        element('td', {}, change.before ?? '—'), element('td', {}, change.after ?? '—'))))));
  box.dataset.finding = line.amendment.finding;
  box.read = () => Object.fromEntries(Object.entries(line.amendment).filter(([, value]) => value !== null));
  remove.addEventListener('click', () => box.remove());
  return box;
}

const TEXTS = { goal: 'GOAL', branch: 'BRANCH', rootCause: 'ROOT_CAUSE', similarCheck: 'SIMILAR_CHECK', ownerReason: 'OWNER_REASON', dueOn: 'DUE_ON',
  noNowReason: 'NO_NOW_REASON', noLastingReason: 'NO_LASTING_REASON' };
const NUMBERS = { similarChecked: 'SIMILAR_CHECKED', similarFound: 'SIMILAR_FOUND' };

function amended(lineOf, people) {
  const stands = (field) => lineOf.fields.find((each) => each.field === field)?.text ?? '';
  const person = (label, name, now) => {
    const field = element('select', { name }, element('option', { value: '' }, now ? `不变（${now}）` : '未明确'),
      ...people.map((each) => element('option', { value: each.value }, each.label)));
    return element('fieldset', {}, element('label', {}, label), field);
  };
  const list = measures(lineOf.measures);
  const remove = element('button', { type: 'button', className: 'plain' }, '不调整这一条');
  const box = element('div', { className: 'amended' },
    element('h3', {}, lineOf.label, remove),
    area('整改目标', 'goal', false, stands('GOAL')), list.box,
    element('div', { className: 'pair' }, day('整改时限', 'dueOn', false, stands('DUE_ON')), text('责任党支部（办、站、所）', 'branch', false, stands('BRANCH')),
      person('责任领导', 'leader', stands('LEADER')), person('责任人员', 'person', stands('PERSON'))),
    area('根源剖析', 'rootCause', false, stands('ROOT_CAUSE')), area('举一反三排查情况', 'similarCheck', false, stands('SIMILAR_CHECK')),
    element('div', { className: 'pair' },
      text('排查数量', 'similarChecked', false, stands('SIMILAR_CHECKED')), text('发现同类问题数量', 'similarFound', false, stands('SIMILAR_FOUND')),
      text('没有当下改措施的理由', 'noNowReason', false, stands('NO_NOW_REASON')), text('没有长久立措施的理由', 'noLastingReason', false, stands('NO_LASTING_REASON'))),
    text('责任人员层级与问题不一致的理由', 'ownerReason', false, stands('OWNER_REASON')));
  box.dataset.finding = lineOf.findingId;
  box.read = () => {
    const change = { finding: lineOf.findingId };
    for (const [name, field] of Object.entries(TEXTS)) {
      const value = box.querySelector(`[name=${name}]`).value.trim();
      if (value && value !== stands(field)) change[name] = value;
    }
    for (const [name, field] of Object.entries(NUMBERS)) {
      const value = box.querySelector(`[name=${name}]`).value.trim();
      if (value !== '' && value !== stands(field)) change[name] = Number(value);
    }
    for (const name of ['leader', 'person']) {
      const value = box.querySelector(`[name=${name}]`).value;
      if (value) change[name] = value;
    }
    if (list.changed()) change.measures = list.read();
    return change;
  };
  remove.addEventListener('click', () => box.remove());
  return box;
}

const changeOf = (box) => box.read();

function measures(before) {
  const rows = element('div', {});
  const add = (measure) => {
    const words = element('input', { type: 'text', value: measure.text ?? '', maxLength: 4000, ariaLabel: '措施内容' });
    const horizon = element('select', { ariaLabel: '措施类别' },
      element('option', { value: 'NOW' }, '当下改'), element('option', { value: 'LASTING' }, '长久立'));
    horizon.value = measure.horizon;
    const remove = element('button', { type: 'button', className: 'plain' }, '删除');
    const row = element('div', { className: 'measure' }, words, horizon, remove);
    row.read = () => ({ ...measure, text: words.value.trim(), horizon: horizon.value });
    remove.addEventListener('click', () => row.remove());
    rows.append(row);
  };
  before.forEach(add);
  const more = element('button', { type: 'button', className: 'plain' }, '增加一条措施');
  more.addEventListener('click', () => add({ horizon: 'NOW' }));
  const read = () => [...rows.children].map((row) => row.read());
  const plain = (all) => JSON.stringify(all.map(({ text: words, horizon }) => [words, horizon]));
  return {
    box: element('fieldset', { name: 'measures' }, element('legend', {}, '整改措施'), rows, more),
    read,
    changed: () => plain(read()) !== plain(before),
  };
}
