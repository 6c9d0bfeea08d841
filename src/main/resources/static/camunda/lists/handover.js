// 工作交接: asking for one, and what became of those asked for. Both people confirm in their task lists.
import { area, readEntry } from './forms.js';
import { fetchJson, send } from './http.js';
import { element } from './dom.js';
import { select, showRefusal } from './people-forms.js';

const content = document.getElementById('content');

async function show() {
  try {
    const overview = await fetchJson('/api/handovers');
    const parts = [];
    if (overview.mayStartFor.length > 0) parts.push(formOf(overview.mayStartFor));
    parts.push(element('h2', {}, '交接记录'), listOf(overview.rows));
    content.replaceChildren(...parts);
  } catch (problem) {
    content.replaceChildren(element('p', { className: 'empty' }, problem.message));
  }
}

function formOf(people) {
  const from = select('移交人', 'from', people);
  const to = select('接收人', 'to', []);
  const paper = element('input', { type: 'checkbox', name: 'onPaper' });
  const button = element('button', { type: 'submit', className: 'primary' }, '提出工作交接');
  const form = element('form', { className: 'card', noValidate: true },
    element('p', { className: 'soft' }, '移交人和接收人先后在任务列表中确认；都确认后，职责、未办结问题和待办一次移交，并写明任职起止日期。'),
    element('div', { className: 'pair' }, from.box, to.box),
    area('交接事由', 'reason', true),
    element('div', { className: 'choices' }, element('label', {}, paper, '移交人已经离任，不能本人确认（由整改办凭纸面交接单登记）')),
    element('div', { className: 'actions' }, button));
  const candidates = async () => to.fill(await fetchJson(`/api/handovers/candidates?from=${encodeURIComponent(from.field.value)}`));
  from.field.addEventListener('change', () => candidates().catch((problem) => showRefusal(form, problem)));
  if (from.field.value) candidates().catch((problem) => showRefusal(form, problem));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    button.disabled = true;
    const answer = await send('POST', '/api/handovers', readEntry(form));
    button.disabled = false;
    if (answer.ok) show();
    else showRefusal(form, answer);
  });
  return form;
}

function listOf(rows) {
  if (rows.length === 0) return element('p', { className: 'empty' }, '没有交接记录。');
  const head = element('tr', {}, ...['移交人', '接收人', '事由', '提出日期', '结果'].map((text) => element('th', {}, text)));
  return element('table', { className: 'plain' }, element('thead', {}, head), element('tbody', {}, ...rows.map((row) => element('tr', {},
    ...[row.fromName, row.toName, row.reason, row.startedOn, resultOf(row)].map((text) => element('td', {}, text))))));
}

function resultOf(row) {
  if (row.inOfficeFrom) return `已交接，接收人自${row.inOfficeFrom}起任职${row.onPaper ? '（纸面）' : ''}`;
  if (row.refusedReason) return `未予接收：${row.refusedReason}`;
  return row.handedOver ? '等待接收人确认' : '等待移交人确认';
}

show();
