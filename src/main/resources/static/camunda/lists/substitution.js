// 代行职责: naming a substitute for a period, and the list of what runs, comes and is over.
import { area, day, readEntry } from './forms.js';
import { fetchJson, send } from './http.js';
import { element } from './dom.js';
import { select, showRefusal } from './people-forms.js';

const content = document.getElementById('content');
const STATES = { UPCOMING: '未开始', RUNNING: '代行中', OVER: '已结束' };

async function show() {
  try {
    const overview = await fetchJson('/api/substitutions');
    const parts = [];
    if (overview.mayNameFor.length > 0) parts.push(formOf(overview.mayNameFor));
    parts.push(element('h2', {}, '代行记录'), listOf(overview.rows));
    content.replaceChildren(...parts);
  } catch (problem) {
    content.replaceChildren(element('p', { className: 'empty' }, problem.message));
  }
}

function formOf(people) {
  const absent = select('被代行人', 'absent', people);
  const substitute = select('代行人', 'substitute', []);
  const button = element('button', { type: 'submit', className: 'primary' }, '登记代行人');
  const form = element('form', { className: 'card', noValidate: true },
    element('p', { className: 'soft' }, '代行期间，被代行人的待办同时出现在代行人处，办理记录写明双方姓名。真实性签字背书不得代行。'),
    element('div', { className: 'pair' }, absent.box, substitute.box),
    element('div', { className: 'pair' }, day('开始日期', 'startsOn', true), day('结束日期（含当日）', 'endsOn', true)),
    area('代行事由', 'reason', true),
    element('div', { className: 'actions' }, button));
  const candidates = async () => substitute.fill(
    await fetchJson(`/api/substitutions/candidates?absent=${encodeURIComponent(absent.field.value)}`));
  absent.field.addEventListener('change', () => candidates().catch((problem) => showRefusal(form, problem)));
  if (absent.field.value) candidates().catch((problem) => showRefusal(form, problem));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    button.disabled = true;
    const answer = await send('POST', '/api/substitutions', readEntry(form));
    button.disabled = false;
    if (answer.ok) show();
    else showRefusal(form, answer);
  });
  return form;
}

function listOf(rows) {
  if (rows.length === 0) return element('p', { className: 'empty' }, '没有代行记录。');
  const head = element('tr', {}, ...['被代行人', '代行人', '起止日期', '事由', '登记人', '状态', ''].map((text) => element('th', {}, text)));
  return element('table', { className: 'plain' }, element('thead', {}, head), element('tbody', {}, ...rows.map(rowOf)));
}

function rowOf(row) {
  const last = element('td', {});
  if (row.mayEnd) {
    const button = element('button', { type: 'button', className: 'plain' }, row.state === 'UPCOMING' ? '取消' : '提前结束');
    button.addEventListener('click', async () => {
      button.disabled = true;
      const answer = await send('POST', `/api/substitutions/${encodeURIComponent(row.id)}/end`, {});
      if (answer.ok) show();
      else last.append(element('p', { className: 'late' }, answer.message));
    });
    last.append(button);
  }
  const state = row.endedOn ? `已于${row.endedOn}提前结束` : STATES[row.state];
  return element('tr', {},
    ...[row.absentName, row.substituteName, `${row.startsOn} 至 ${row.endsOn}`, row.reason, row.namedByName, state]
      .map((text) => element('td', {}, text)),
    last);
}

show();
