// Keeps what is typed into one form of a list on the server, and puts it back when the form is opened again.
import { element } from './dom.js';
import { discardDraft, keeper, loadDraft, timeOf } from '../lib/rectification/drafts.js';

/**
 * @param form whose named fields make up the entry
 * @param subject 'task' or 'plan-line'
 * @param id of the task, or of the finding whose line it is
 * @param read turns the form into its entry
 * @returns {{rest: Function, done: Function, touched: Function}} await rest() before handing in; then done(), or touched() when it was refused
 */
export function keepTyping(form, subject, id, read) {
  const line = element('p', { className: 'draft-note', role: 'status' });
  form.append(line);
  const pad = keeper(subject, id, () => read(form), (text) => { line.textContent = text; });
  let typed = false;
  const touched = () => {
    typed = true;
    pad.touched();
  };
  form.addEventListener('input', touched);
  form.addEventListener('change', touched);
  // A row of a list was added or removed.
  form.addEventListener('click', ({ target }) => {
    if (target.closest?.('button[type="button"]') && !target.closest('.draft-note')) touched();
  });
  window.addEventListener('pagehide', () => pad.flush());
  const before = snapshot(form);
  loadDraft(subject, id).then((draft) => {
    if (!draft || typed) return;
    restore(form, flat(draft.entry));
    line.textContent = `已恢复 ${timeOf(draft.savedAt)} 填写的内容 `;
    const again = element('button', { type: 'button' }, '放弃，恢复原内容');
    again.addEventListener('click', async () => {
      pad.stop();
      await discardDraft(subject, id);
      restore(form, before);
      line.textContent = '';
      pad.resume();
    });
    line.append(again);
  });
  return {
    rest: () => pad.rest(),
    touched,
    done() {
      pad.stop();
      line.textContent = '';
      pad.resume();
    },
  };
}

const named = (form) => [...form.elements].filter((field) => field.name);

function snapshot(form) {
  const values = new Map();
  for (const field of named(form)) {
    if (field.type === 'radio') {
      if (field.checked) values.set(field.name, field.value);
    } else values.set(field.name, field.type === 'checkbox' ? field.checked : field.value);
  }
  return values;
}

// {measures: [{text}]} becomes measures.0.text, as the fields are named.
function flat(value, path = '', values = new Map()) {
  if (value !== null && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) flat(inner, path === '' ? key : `${path}.${key}`, values);
  } else values.set(path, value);
  return values;
}

function restore(form, values) {
  rowsAsIn(form, values);
  for (const field of named(form)) {
    const value = values.get(field.name);
    if (field.type === 'radio') field.checked = String(value) === field.value;
    else if (field.type === 'checkbox') field.checked = value === true;
    else field.value = value ?? '';
    field.dispatchEvent(new CustomEvent('restored', { bubbles: true }));
  }
}

// A list of rows has a button that adds one, outside the rows, and one in each row that takes it away.
function rowsAsIn(form, values) {
  const wanted = new Map();
  for (const name of [...values.keys(), ...named(form).map((field) => field.name)]) {
    const match = /^(.+)\.(\d+)\./.exec(name);
    if (!match) continue;
    const rows = values.has(name) ? Number(match[2]) + 1 : 0;
    wanted.set(match[1], Math.max(wanted.get(match[1]) ?? 0, rows));
  }
  for (const [list, count] of wanted) {
    const rows = () => new Set(named(form).map((field) => rowOf(field, list)).filter(Boolean));
    const home = [...rows()][0]?.closest('fieldset');
    if (!home) continue;
    const add = [...home.querySelectorAll('button[type="button"]')].find((button) => ![...rows()].some((row) => row.contains(button)));
    for (let tries = 0; rows().size < count && add && tries < 500; tries += 1) add.click();
    for (const row of [...rows()].slice(count)) row.querySelector('button[type="button"]')?.click();
  }
}

// The largest element around a field in which no field of another row of the list stands.
function rowOf(field, list) {
  const own = field.name.startsWith(`${list}.`) ? field.name.slice(list.length + 1).split('.')[0] : null;
  if (own === null) return null;
  let row = field;
  const alone = (box) => [...box.querySelectorAll('[name]')].every((each) => each.name.startsWith(`${list}.${own}.`));
  while (row.parentElement && row.parentElement !== field.form && !row.parentElement.matches('fieldset') && alone(row.parentElement)) row = row.parentElement;
  return row;
}
