// What the pages about people share: choosing a person, and showing why something was refused.
import { MUST } from './forms.js';
import { element } from './dom.js';

export function select(text, name, people) {
  const field = element('select', { name, id: `p-${name}` });
  const fill = (all) => field.replaceChildren(
    ...(all.length === 1 ? [] : [element('option', { value: '' }, '请选择')]),
    ...all.map((person) => element('option', { value: person.id }, `${person.name}（${person.office}）`)));
  fill(people);
  return { field, fill, box: element('fieldset', {}, element('label', { htmlFor: field.id }, text, MUST()), field) };
}

export function showRefusal(form, answer) {
  form.querySelector('.refusal')?.remove();
  form.querySelectorAll('.wrong').forEach((field) => field.classList.remove('wrong'));
  const violations = answer.violations ?? [];
  const sentences = violations.length > 0 ? violations.map((each) => each.message) : [answer.message];
  form.prepend(element('div', { className: 'refusal', role: 'alert' }, ...sentences.map((each) => element('p', {}, each))));
  for (const violation of violations) form.querySelector(`[name="${CSS.escape(violation.field)}"]`)?.classList.add('wrong');
}
