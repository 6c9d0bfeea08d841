/* 期限依据 beside a running case: why each of its dates is what it is, for the supervisors who look at the diagram. */

const cell = (tag, ...children) => {
  const made = document.createElement(tag);
  made.append(...children);
  return made;
};

const variable = async (api, instance, name) => {
  const query = `processInstanceIdIn=${encodeURIComponent(instance)}&variableName=${name}`;
  const answer = await fetch(`${api.engineApi}/variable-instance?${query}`, { credentials: 'same-origin', headers: { Accept: 'application/json' } });
  return answer.ok ? (await answer.json())[0]?.value : undefined;
};

function steps(line) {
  const box = cell('details', cell('summary', '推算过程'));
  box.append(cell('ol', ...line.steps.map(step => cell('li', step))));
  return box;
}

function dates(one) {
  const table = cell('table');
  table.className = 'cam-table rule-clock';
  table.append(
    cell('thead', cell('tr', ...['期限', '日期', '依据', '效力', '推算'].map(word => cell('th', word)))),
    cell('tbody', ...one.dates.map(line => cell('tr',
      cell('td', line.label, line.merged ? '（并入整改报告）' : ''),
      cell('td', line.date ?? '', line.provisional ? '（暂定）' : ''),
      cell('td', [line.clause, line.rule].filter(Boolean).join('、') || '未规定'),
      cell('td', line.certainty),
      cell('td', steps(line))))));
  return [cell('p', `${one.name}，${one.profileName}，第0日：${one.feedbackOn}（${one.dayZero}）`), table];
}

async function show(container, api, instance) {
  const round = await variable(api, instance, 'roundId');
  const answer = round && await fetch(`/api/inspection-rounds/${encodeURIComponent(round)}/rules`, { credentials: 'same-origin', headers: { Accept: 'application/json' } });
  const organisation = await variable(api, instance, 'organisationId');
  const cases = answer?.ok ? (await answer.json()).filter(one => !organisation || one.organisation === organisation) : [];
  container.replaceChildren(...(cases.length === 0 ? [cell('p', '此流程实例没有可查看的期限。')] : cases.flatMap(dates)));
}

export default {
  id: 'rule-clock',
  pluginPoint: 'cockpit.processInstance.runtime.tab',
  // The last of the tabs.
  priority: 0,
  properties: { label: '期限依据' },
  render: (container, { api, processInstanceId }) => {
    show(container, api, processInstanceId)
      .catch(() => container.replaceChildren(cell('p', '暂时读不到期限依据，请稍后重试。')));
  }
};
