// What the pages of checking share: small forms that are sent by themselves and say in place what is wrong.
import { element } from './dom.js';
import { readEntry } from './forms.js';
import { send } from './http.js';

let names = 0;

export function field(text, input, required = false, wide = false) {
  input.id = `c${++names}`;
  const label = element('label', { htmlFor: input.id }, text);
  if (required) label.append(element('span', { className: 'must' }, ' *'));
  return element('fieldset', { className: wide ? 'wide' : '' }, label, input);
}

export const dayField = (text, name, value = '', required = true) =>
  field(text, element('input', { type: 'date', name, value }), required);
export const textField = (text, name, required = true, wide = false) =>
  field(text, element('input', { type: 'text', name, maxLength: 500 }), required, wide);

// A form with one button; done is called once the application has accepted it.
export function act(path, words, parts, more, done) {
  const button = element('button', { type: 'submit', className: 'primary' }, words);
  const form = element('form', { noValidate: true }, ...parts, element('div', { className: 'actions' }, button));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    button.disabled = true;
    clear(form);
    const answer = await send('POST', path, { ...more(), ...readEntry(form) });
    button.disabled = false;
    if (answer.ok) await done();
    else show(form, answer);
  });
  return form;
}

function clear(form) {
  form.querySelector('.refusal')?.remove();
  form.querySelectorAll('.wrong').forEach((each) => each.classList.remove('wrong'));
}

export function show(form, answer) {
  const sentences = answer.violations.length > 0 ? answer.violations.map((each) => each.message) : [answer.message];
  form.prepend(element('div', { className: 'refusal', role: 'alert' }, ...sentences.map((each) => element('p', {}, each))));
  for (const violation of answer.violations) {
    form.querySelector(`[name="${CSS.escape(violation.field)}"]`)?.classList.add('wrong');
  }
  form.querySelector('.refusal').scrollIntoView({ block: 'nearest' });
}

export const fetchWord = (href, words) => element('a', { href }, words);

// Whatever goes wrong while reading is said on the page.
export async function page(build) {
  const content = document.getElementById('content');
  const render = async () => {
    try {
      content.replaceChildren(...await build(render));
    } catch (problem) {
      content.replaceChildren(element('p', { className: 'empty' }, problem.message));
    }
  };
  await render();
}

export const empty = (text) => element('p', { className: 'empty' }, text);

export function table(head, rows) {
  return element('table', {},
    element('thead', {}, element('tr', {}, ...head.map(([words, width]) => element('th', { className: width ?? '' }, words)))),
    element('tbody', {}, ...rows.map((cells) => element('tr', {}, ...cells.map((each) => element('td', {}, each ?? ''))))));
}
