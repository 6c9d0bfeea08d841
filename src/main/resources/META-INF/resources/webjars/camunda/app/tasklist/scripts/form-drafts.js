/*
 * On stock a form that is left half filled in stays in the browser's storage, readable for the next person at the same PC,
 * and it stays at all only when somebody remembers to press a button. Here a draft goes to the server while it is typed.
 */

import { discardDraft, keeper, loadDraft, timeOf } from '../../../lib/rectification/drafts.js';
import { warnOfPersonalData } from '../../../lib/rectification/personal-data.js';

const STOCK = /^(camunda-form|camForm):/;
const restored = new Map();

/** What is still on its way from a form that was drawn anew, as when its task is taken: the next one waits for it. */
const leaving = new Map();

// Whatever the browser still holds from before goes, and nothing new gets in: the stock form reads its start values here.
const { getItem, setItem, removeItem } = Storage.prototype;
for (const key of Object.keys(localStorage)) {
  if (STOCK.test(key)) removeItem.call(localStorage, key);
}
Storage.prototype.getItem = function (key) {
  return STOCK.test(key) ? restored.get(String(key)) ?? null : getItem.call(this, key);
};
Storage.prototype.setItem = function (key, value) {
  if (!STOCK.test(key)) setItem.call(this, key, value);
};
Storage.prototype.removeItem = function (key) {
  if (!STOCK.test(key)) removeItem.call(this, key);
};

/** The viewer's own object. It is not handed out, but it is in the context that its fields are drawn in. */
function viewerIn(container) {
  const left = [container?.__k];
  while (left.length > 0) {
    const node = left.shift();
    const service = node?.props?.value?.getService;
    if (service) return service('form');
    if (node?.__k) left.push(...(Array.isArray(node.__k) ? node.__k : [node.__k]));
  }
  return null;
}

function lineBelow(element) {
  const line = document.createElement('p');
  line.className = 'draft-note';
  line.setAttribute('role', 'status');
  element.append(line);
  return line;
}

function attach(scope, element, taskId, draft) {
  const container = element.querySelector('.fjs-container');
  const viewer = viewerIn(container);
  if (!viewer) {
    console.error('drafts: the form viewer was not found');
    return null;
  }
  const line = lineBelow(element);
  const pad = keeper('task', taskId, () => viewer._getState().data.entry, text => {
    line.textContent = text;
  });
  if (draft) {
    line.textContent = `已恢复 ${timeOf(draft.savedAt)} 填写的内容 `;
    const again = document.createElement('button');
    again.type = 'button';
    again.textContent = '放弃，重新填写';
    again.addEventListener('click', async () => {
      pad.stop();
      await discardDraft('task', taskId);
      location.reload();
    });
    line.append(again);
  }
  viewer.on('changed', () => pad.touched());
  warnOfPersonalData(container);
  const leave = () => pad.flush();
  window.addEventListener('pagehide', leave);
  scope.$on('$destroy', () => {
    leaving.set(taskId, pad.flush());
    window.removeEventListener('pagehide', leave);
  });
  return pad;
}

window.angular.module('cam.tasklist').config([
  '$provide',
  $provide => {
    $provide.decorator('camTasklistFormCamundaDirective', [
      '$delegate',
      $delegate => {
        const directive = $delegate[0];
        const compile = directive.compile;
        directive.compile = (...given) => {
          const link = compile.apply(directive, given);
          return (scope, element, attributes, controller) => {
            const taskId = controller.getParams().taskId;
            if (!taskId) {
              link(scope, element, attributes, controller);
              return;
            }
            const key = `camunda-form:${taskId}`;
            let gone = false;
            scope.$on('$destroy', () => {
              gone = true;
              restored.delete(key);
            });
            Promise.resolve(leaving.get(taskId)).then(() => loadDraft('task', taskId)).then(draft => {
              if (gone) return;
              leaving.delete(taskId);
              if (draft) restored.set(key, JSON.stringify({ entry: draft.entry }));
              let pad = null;
              const watched = Object.create(controller);
              watched.notifyFormInitialized = () => {
                controller.notifyFormInitialized();
                pad ??= attach(scope, element[0], taskId, draft);
              };
              watched.registerCompletionHandler = complete =>
                controller.registerCompletionHandler(async done => {
                  await pad?.rest();
                  complete((problem, result) => {
                    if (problem) pad?.touched();
                    else pad?.stop();
                    done(problem, result);
                  });
                });
              link(scope, element, attributes, watched);
              scope.$applyAsync();
            });
          };
        };
        return $delegate;
      }
    ]);
  }
]);

export default [];
