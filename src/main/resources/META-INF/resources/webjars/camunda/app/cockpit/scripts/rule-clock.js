/* 期限依据 beside a running case: why each of its dates is what it is, for the supervisors who look at the diagram. */

import { element } from '../../../lists/dom.js';
import { datesOf } from '../../../lists/rule-dates.js';

async function read(path) {
  const answer = await fetch(path, { credentials: 'same-origin', headers: { Accept: 'application/json' } });
  return answer.ok ? answer.json() : [];
}

async function variable(api, instance, name) {
  const found = await read(`${api.engineApi}/variable-instance?processInstanceIdIn=${encodeURIComponent(instance)}&variableName=${name}`);
  return found[0]?.value;
}

async function show(container, api, instance) {
  const [round, organisation] = await Promise.all(['roundId', 'organisationId'].map(name => variable(api, instance, name)));
  const cases = round ? await read(`/api/inspection-rounds/${encodeURIComponent(round)}/rules`) : [];
  const shown = cases.filter(one => !organisation || one.organisation === organisation)
    .map(one => element('section', { className: 'rule-clock' }, ...datesOf(one)));
  container.replaceChildren(...(shown.length === 0 ? [element('p', {}, '此流程实例没有可查看的期限。')] : shown));
}

export default {
  id: 'rule-clock',
  pluginPoint: 'cockpit.processInstance.runtime.tab',
  // The last of the tabs.
  priority: 0,
  properties: { label: '期限依据' },
  render: (container, { api, processInstanceId }) => {
    show(container, api, processInstanceId)
      .catch(() => container.replaceChildren(element('p', {}, '暂时读不到期限依据，请稍后重试。')));
  }
};
