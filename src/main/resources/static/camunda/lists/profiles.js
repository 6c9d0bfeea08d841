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
const COUNTS = { hearingInvitationWorkingDays: '个工作日', progressMergeDays: '天', finalReportsStartWorkingDays: '个工作日' };

const numberInput = (value) => element('input', { type: 'number', min: 0, max: 1000, value });
const select = (words, value) => {
  const node = element('select', {}, ...Object.entries(words).map(([code, word]) => element('option', { value: code }, word)));
  node.value = value;
  return node;
};

// The control of one parameter, and how its value is read back.
function control(line) {
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
    // Other parts of the ladder stay as they are in the copied profile.
    const [green, yellow, red] = ['green', 'yellow', 'red'].map((rung) => numberInput(value[rung]));
    return { nodes: ['绿', green, '黄', yellow, '红', red, '天'], read: () => ({ ...value, green: Number(green.value), yellow: Number(yellow.value), red: Number(red.value) }) };
  }
  const amount = numberInput(value.amount);
  const unit = select(UNITS, value.unit);
  return { nodes: [amount, unit], read: () => ({ amount: Number(amount.value), unit: unit.value }) };
}

function words(line) {
  if (CHOICES[line.name]) return CHOICES[line.name][line.value];
  if (COUNTS[line.name]) return `${line.value}${COUNTS[line.name]}`;
  if (line.name === 'ladder') return `绿${line.value.green}天、黄${line.value.yellow}天、红${line.value.red}天`;
  return `${line.value.amount}${UNITS[line.value.unit]}`;
}

async function start(told) {
  try {
    const { mayMake, profiles } = await fetchJson('/api/profiles');
    const place = element('div', {});
    const choice = element('select', { id: 'base' }, ...profiles.map((each) => element('option', { value: each.id }, each.name)));
    const show = () => {
      const profile = profiles.find((each) => each.id === choice.value);
      place.replaceChildren(...(mayMake ? form(profile) : [readTable(profile)]));
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

function form(profile) {
  const name = element('input', { type: 'text', id: 'name', maxLength: 40 });
  const decidedBy = element('input', { type: 'text', id: 'decidedBy', maxLength: 40 });
  const rows = profile.values.map((line) => {
    const { nodes, read } = control(line);
    const why = element('input', { type: 'text', maxLength: 200, disabled: true, ariaLabel: `${line.label}的理由` });
    const before = JSON.stringify(read());
    const changed = () => JSON.stringify(read()) !== before;
    const cell = element('td', {}, element('div', { className: 'steps value' }, ...nodes));
    cell.addEventListener('input', () => {
      why.disabled = !changed();
    });
    return { line, read, changed, why, cells: [line.label, cell, element('td', {}, `${line.basis}（${line.certainty}）`), element('td', {}, why)], cell };
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
