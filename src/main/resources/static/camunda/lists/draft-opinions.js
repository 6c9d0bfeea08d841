// The opinions of the feedback: each is answered in words and by the findings whose lines carry it out.
import { area } from './forms.js';
import { element } from './dom.js';
import { fetchJson, send } from './http.js';
import { numbered, show } from './draft.js';

export async function opinionsPanel(plan) {
  const opinions = await fetchJson(`${plan.base}/opinions`);
  if (opinions.length === 0) return '';
  const open = opinions.filter((each) => each.answer === '' || each.findings.length === 0).length;
  const title = element('span', { className: 'title' }, `回应反馈意见（共 ${opinions.length} 条，待回应 ${open} 条）`);
  const form = element('form', { noValidate: true });
  const blocks = opinions.map((opinion) => blockOf(plan, opinion));
  const note = element('span', { role: 'status' });
  form.append(...blocks.map((each) => each.box),
    element('div', { className: 'actions' }, element('button', { type: 'submit', className: 'primary' }, '保存回应'), note));
  form.addEventListener('input', () => { form.dataset.unsaved = 'true'; });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    note.textContent = '';
    const answer = await send('PUT', `${plan.base}/opinions`, blocks.map((each) => each.read()));
    show(form, answer);
    if (answer.ok) {
      delete form.dataset.unsaved;
      note.textContent = '已保存。';
    }
  });
  return element('details', { className: 'row panel' }, element('summary', {}, title), element('div', { className: 'panelbody' }, form));
}

function blockOf(plan, opinion) {
  const words = area('方案如何回应', '', true, opinion.answer);
  const boxes = plan.rows.map((row) => element('label', {},
    element('input', { type: 'checkbox', value: row.findingId, checked: opinion.findings.includes(row.findingId) }),
    `${row.villageName ?? '镇本级'}${numbered(row.number)}“${row.title}”`));
  const chosen = () => boxes.map((box) => box.firstChild).filter((box) => box.checked).map((box) => box.value);
  const count = element('summary', {});
  const tell = () => { count.textContent = `由哪些问题的整改来落实（已选 ${chosen().length} 个）`; };
  const lines = element('details', { className: 'again' }, count, element('div', { className: 'choices' }, ...boxes));
  lines.addEventListener('change', tell);
  tell();
  const box = element('div', { className: 'opinion' }, element('p', {}, `${opinion.number}．${opinion.text}`), words, lines);
  // Findings that are not on this page stay chosen.
  const elsewhere = opinion.findings.filter((id) => !plan.rows.some((row) => row.findingId === id));
  return {
    box,
    read: () => ({ number: opinion.number, answer: words.querySelector('textarea').value.trim(), findings: [...elsewhere, ...chosen()] }),
  };
}
