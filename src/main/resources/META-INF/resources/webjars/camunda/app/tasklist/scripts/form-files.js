/*
 * A text field whose key ends in File (one id) or Files (ids joined by commas) becomes an upload control. The form viewer has
 * none; the field stays in the form, out of sight, and carries the ids. By house rule a field's id ends with its key.
 */

import { fileControl } from '../../../lists/files.js';

const FILE_FIELD = /_(?:file|[A-Za-z]*File)(s?)(?=$|-|_\d)/;
const controls = new Map();

/** Whose file it is stands in the variables of the open task. */
async function caseOfTheTask() {
  const task = /[?&]task=([^&]+)/.exec(location.hash)?.[1];
  const root = document.querySelector('base').getAttribute('app-root');
  const response = await fetch(
    `${root}/api/engine/engine/default/task/${task}/form-variables?variableNames=roundId,organisationId,view&deserializeValues=false`,
    { credentials: 'same-origin', headers: { Accept: 'application/json' } }
  );
  if (!response.ok) {
    throw new Error('读取任务失败，请刷新页面后重新上传。');
  }
  const variables = await response.json();
  const view = variables.view ? JSON.parse(variables.view.value) : {};
  return {
    round: variables.roundId?.value ?? view.roundId,
    organisation: variables.organisationId?.value ?? view.organisationId
  };
}

/** The viewer takes over what is typed when the field is left. */
function type(field, text) {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new FocusEvent('blur'));
  // The viewer's framework listens for the bubbling one; without it a quick click on 完成 would come before the value.
  field.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
}

function furnish(field) {
  const match = FILE_FIELD.exec(field.id);
  const group = field.closest('.fjs-input-group');
  if (!match || !group || controls.has(field)) {
    return;
  }
  const control = fileControl({
    caseOf: caseOfTheTask,
    many: match[1] === 's',
    value: field.value,
    changed: ids => type(field, ids)
  });
  controls.set(field, control);
  group.after(control.box);
}

/** The viewer may fill the field itself (a draft, a new row), close it, or draw it anew. */
function follow() {
  controls.forEach((control, field) => {
    if (!field.isConnected) {
      controls.delete(field);
      control.box.remove();
      return;
    }
    control.readOnly = field.disabled || field.readOnly;
    if (field.value.replace(/\s/g, '') !== control.value && !control.box.dataset.running) {
      control.show(field.value);
    }
    const group = field.closest('.fjs-input-group');
    if (group && group.nextElementSibling !== control.box) {
      group.after(control.box);
    }
  });
}

function look() {
  document.querySelectorAll('.fjs-container input[type=text]').forEach(furnish);
  follow();
}

new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
setInterval(follow, 500);

export default [];
