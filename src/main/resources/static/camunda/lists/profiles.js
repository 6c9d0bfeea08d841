// 期限口径: an own profile is a copy of an existing one; each value that differs says why.
import { element } from './dom.js';
import { fetchJson, send } from './http.js';
import { refusal, table } from './moves.js';

const content = document.getElementById('content');
const UNITS = { WORKING_DAYS: '个工作日', DAYS: '天', MONTHS: '个月' };
const CHOICES = {
  dayZero: { FEEDBACK_MEETING: '反馈会当日', FEEDBACK_RECEIVED: '收到反馈意见当日', FEEDBACK: '反馈当日' },
  jointHearing: { ROLLING: '起算日起满2个月', CALENDAR_MONTH_END: '第二个自然月月末', NONE: '不定日期' },
  progressReports: { HALF_MONTH_ROLLING: '起算日起每15天', FIFTEENTH_AND_MONTH_END: '每月15日和月末', MONTHLY: '每月', NONE: '不报送' },
  continuedReports: { QUARTER_END: '每季度末', NONE: '不报送' },
};
const LADDER = { green: '到期前绿色提醒', yellow: '到期前黄色预警', red: '逾期超过后红色督办', supervisors: '逾期报监督单位', accountability: '逾期提出整改问责建议' };
const CODED = new Set(['planReviewers', 'finalReportRecipients', 'areas']);
const COUNTS = { hearingInvitationWorkingDays: '个工作日', progressMergeDays: '天', finalReportsStartWorkingDays: '个工作日' };

const numberInput = (value) => element('input', { type: 'number', min: 0, max: 1000, value });
const select = (words, value) => {
  const node = element('select', {}, ...Object.entries(words).map(([code, word]) => element('option', { value: code }, word)));
  node.value = value;
  return node;
};

// The control of one parameter, and how its value is read back.
function control(line, offered) {
  const value = line.value;
  if (CHOICES[line.name]) {
    const choice = select(CHOICES[line.name], value);
    return { nodes: [choice], read: () => choice.value };
  }
  if (COUNTS[line.name]) {
    const count = numberInput(value);
    return { nodes: [count, COUNTS[line.name]], read: () => Number(count.value) };
  }
  if (line.name === 'ladder') {
    const inputs = Object.keys(LADDER).map((rung) => [rung, numberInput(value[rung])]);
    return {
      nodes: inputs.map(([rung, input]) => element('label', { className: 'rung' }, LADDER[rung], input, '天')),
      read: () => Object.fromEntries(inputs.map(([rung, input]) => [rung, Number(input.value)])),
    };
  }
  if (CODED.has(line.name)) return codedList(line, offered);
  if (line.name === 'evaluationGrades') {
    const inputs = value.map((grade) => element('input', { type: 'text', maxLength: 10, value: grade, ariaLabel: '等次名称' }));
    return { nodes: inputs, read: () => inputs.map((input) => input.value) };
  }
  if (line.name === 'secondHearingLabel') {
    const input = element('input', { type: 'text', maxLength: 20, value });
    return { nodes: [input], read: () => input.value };
  }
  if (line.name === 'revisits') return revisits(value);
  if (line.name === 'secondEvaluation') return optionalSpan(value);
  return span(value);
}

function span(value) {
  const amount = numberInput(value.amount);
  const unit = select(UNITS, value.unit);
  return { nodes: [amount, unit], read: () => ({ amount: Number(amount.value), unit: unit.value }) };
}

function optionalSpan(value) {
  const planned = select({ yes: '安排', no: '不安排' }, value ? 'yes' : 'no');
  const of = span(value ?? { amount: 12, unit: 'MONTHS' });
  const show = () => of.nodes.forEach((node) => {
    node.hidden = planned.value === 'no';
  });
  planned.addEventListener('change', show);
  show();
  return { nodes: [planned, ...of.nodes], read: () => (planned.value === 'no' ? null : of.read()) };
}

// Which entries there are, and what each is called here.
function codedList(line, offered) {
  const rows = offered[line.name].map(({ code, label }) => {
    const standing = line.value.find((each) => each.code === code);
    const box = element('input', { type: 'checkbox', checked: Boolean(standing), ariaLabel: `采用${label}` });
    const name = element('input', { type: 'text', maxLength: 20, value: standing?.label ?? label, disabled: !standing, ariaLabel: `${label}的名称` });
    box.addEventListener('change', () => {
      name.disabled = !box.checked;
    });
    return { code, box, name };
  });
  // The order of the copied profile stays; what is added comes last.
  const place = ({ code }) => {
    const at = line.value.findIndex((each) => each.code === code);
    return at < 0 ? line.value.length : at;
  };
  rows.sort((one, other) => place(one) - place(other));
  return {
    nodes: rows.map(({ box, name }) => element('div', { className: 'entry' }, box, name)),
    read: () => rows.filter(({ box }) => box.checked).map(({ code, name }) => ({ code, label: name.value })),
  };
}

function revisits(value) {
  const box = element('div', { className: 'revisits' });
  const spans = [];
  const add = (each) => {
    const of = span(each);
    const remove = element('button', { type: 'button', className: 'plain' }, '移除');
    const row = element('div', { className: 'entry' }, ...of.nodes, remove);
    remove.addEventListener('click', () => {
      spans.splice(spans.indexOf(of), 1);
      row.remove();
      box.dispatchEvent(new Event('input', { bubbles: true }));
    });
    spans.push(of);
    box.insertBefore(row, more);
  };
  const more = element('button', { type: 'button', className: 'plain' }, '增加一次');
  more.addEventListener('click', () => {
    add({ amount: 12, unit: 'MONTHS' });
    box.dispatchEvent(new Event('input', { bubbles: true }));
  });
  box.append(more);
  value.forEach(add);
  return { nodes: [box], read: () => spans.map((of) => of.read()) };
}

function words(line) {
  if (CHOICES[line.name]) return CHOICES[line.name][line.value];
  if (COUNTS[line.name]) return `${line.value}${COUNTS[line.name]}`;
  if (line.name === 'ladder') return Object.entries(LADDER).map(([rung, word]) => `${word}${line.value[rung]}天`).join('、');
  if (CODED.has(line.name)) return line.value.map((each) => each.label).join('、');
  if (line.name === 'evaluationGrades') return line.value.join('、');
  if (line.name === 'secondHearingLabel') return line.value;
  if (line.name === 'revisits') return line.value.map((each) => `${each.amount}${UNITS[each.unit]}`).join('、');
  if (line.value === null || line.value === undefined) return '不安排';
  return `${line.value.amount}${UNITS[line.value.unit]}`;
}

async function start(told) {
  try {
    const { mayMake, profiles } = await fetchJson('/api/profiles');
    const place = element('div', {});
    const choice = element('select', { id: 'base' }, ...profiles.map((each) => element('option', { value: each.id }, each.name)));
    const show = () => {
      const profile = profiles.find((each) => each.id === choice.value);
      place.replaceChildren(...(mayMake ? form(profile, offers(profiles)) : [readTable(profile)]));
    };
    choice.addEventListener('change', show);
    content.replaceChildren(...(told ? [element('p', { role: 'status', className: 'card' }, told)] : []),
      element('section', { className: 'card' },
        element('p', { className: 'soft' }, mayMake ? '以现有口径为底本，改动的参数须写明理由，保存后成为新的口径版本；已用于巡察轮次的版本不会改变。' : '各项期限的取值和依据。'),
        element('div', { className: 'steps' }, element('label', { htmlFor: 'base' }, mayMake ? '底本' : '期限口径'), choice)), place);
    show();
  } catch (problem) {
    content.replaceChildren(element('p', { className: 'empty' }, problem.message));
  }
}

const readTable = (profile) => table(['参数', '取值', '来源', '效力'], profile.values.map((line) => [line.label, words(line), line.basis, line.certainty]), 'values');

// Every entry that any profile has, the first name that it has anywhere.
function offers(profiles) {
  return Object.fromEntries([...CODED].map((name) => {
    const known = new Map();
    profiles.flatMap((profile) => profile.values.find((line) => line.name === name).value)
      .forEach((entry) => known.has(entry.code) || known.set(entry.code, entry));
    return [name, [...known.values()]];
  }));
}

function form(profile, offered) {
  const name = element('input', { type: 'text', id: 'name', maxLength: 40 });
  const decidedBy = element('input', { type: 'text', id: 'decidedBy', maxLength: 40 });
  const rows = profile.values.map((line) => {
    const { nodes, read } = control(line, offered);
    const why = element('input', { type: 'text', maxLength: 200, disabled: true, ariaLabel: `${line.label}的理由` });
    const before = JSON.stringify(read());
    const changed = () => JSON.stringify(read()) !== before;
    const cell = element('td', {}, element('div', { className: 'steps value' }, ...nodes));
    cell.addEventListener('input', () => {
      why.disabled = !changed();
    });
    return { line, read, changed, why, cells: [line.label, cell, element('td', {}, line.certainty ? `${line.basis}（${line.certainty}）` : line.basis), element('td', {}, why)], cell };
  });
  const problem = element('div', {});
  const save = element('button', { type: 'button', className: 'primary' }, '保存为新口径');
  save.addEventListener('click', async () => {
    save.disabled = true;
    const values = Object.fromEntries(rows.filter((each) => each.changed()).map((each) => [each.line.name, { value: each.read(), why: each.why.value }]));
    const made = await send('POST', '/api/profiles', { base: profile.id, name: name.value, decidedBy: decidedBy.value, values });
    save.disabled = false;
    if (made.ok) {
      await start(`已保存期限口径“${made.body.name}”，登记巡察轮次时可以选用（编号 ${made.body.id}）。`);
      return;
    }
    const fields = new Set(made.violations.map((each) => each.field));
    rows.forEach((each) => {
      each.cell.querySelectorAll('input, select').forEach((node) => node.classList.toggle('wrong', fields.has(each.line.name)));
      each.why.classList.toggle('wrong', fields.has(`${each.line.name}.why`));
    });
    problem.replaceChildren(refusal(made.violations.length > 0 ? made.violations.map((each) => each.message) : [made.message]));
  });
  return [
    element('section', { className: 'card' }, element('div', { className: 'steps' },
      element('label', { htmlFor: 'name' }, '新口径名称'), name, element('label', { htmlFor: 'decidedBy' }, '决定机关'), decidedBy)),
    table(['参数', '取值', '现有来源', '改动理由'], rows.map((each) => each.cells), 'values'), problem,
    element('div', { className: 'actions' }, save)];
}

start();
