// Problems that three or more villages have in common: one township leader, one lasting measure for all of them.
import { area, day, line, readEntry } from './forms.js';
import { element } from './dom.js';
import { fetchJson, send } from './http.js';
import { choose, numbered, show } from './draft.js';

export async function commonPanel(plan) {
  const suggestions = await fetchJson(`${plan.base}/common-problems/suggestions`);
  const body = element('div', { className: 'panelbody' });
  plan.common.forEach((common) => body.append(existing(plan, common)));
  suggestions.forEach((suggestion) => body.append(suggested(plan, suggestion)));
  body.append(byHand(plan));
  return element('details', { className: 'row panel' },
    element('summary', {}, element('span', { className: 'title' },
      `共性问题（已归并 ${plan.common.length} 个${suggestions.length > 0 ? `，可能还有 ${suggestions.length} 个` : ''}）`)),
    body);
}

const labelOf = (plan, id) => {
  const row = plan.rows.find((each) => each.findingId === id);
  return row ? `${row.villageName ?? '镇本级'}${numbered(row.number)}“${row.title}”` : id;
};

function fields(plan, common) {
  return [
    line('共性问题名称', 'title', true, common.title),
    element('div', { className: 'pair' },
      choose('镇级责任领导', 'leader', plan.choices.leaders, common.leader),
      day('措施时限', 'dueOn', false, common.dueOn)),
    area('共同的长久立措施', 'measure', true, common.measure),
  ];
}

function sending(form, act, done) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const answer = await act();
    show(form, answer);
    if (answer.ok) form.replaceChildren(element('p', { role: 'status' }, done));
  });
  return form;
}

function existing(plan, common) {
  const address = `${plan.base}/common-problems/${encodeURIComponent(common.id)}`;
  const change = element('form', { noValidate: true }, ...fields(plan, common),
    element('div', { className: 'actions' }, element('button', { type: 'submit', className: 'plain' }, '修改，各村同步')));
  sending(change, () => send('PUT', address, readEntry(change)), '已修改，各村的方案同步更新。');
  const dissolve = element('form', { noValidate: true }, line('解除归并的理由', 'reason', true),
    element('div', { className: 'actions' }, element('button', { type: 'submit', className: 'plain' }, '解除归并')));
  sending(dissolve, () => send('POST', `${address}/dissolve`, readEntry(dissolve)), '已解除，各村保留该措施为自己的措施。');
  return element('details', { className: 'again' },
    element('summary', {}, `${common.title}（${common.leaderName}，${common.findings.length} 个问题）`),
    element('ul', { className: 'members' }, ...common.findings.map((id) => member(plan, address, id))), change, dissolve);
}

// One finding goes its own way; the measure stays in its line as one of its own.
function member(plan, address, id) {
  const form = element('form', { noValidate: true }, line('移出理由', 'reason', true),
    element('div', { className: 'actions' }, element('button', { type: 'submit', className: 'plain' }, '移出共性问题')));
  sending(form, () => send('POST', `${address}/members/${encodeURIComponent(id)}/leave`, readEntry(form)),
    '已移出，共同措施保留为本条自己的措施，可以单独修改，刷新本页可见。');
  return element('li', {}, element('details', {}, element('summary', {}, labelOf(plan, id), element('span', { className: 'act' }, '移出')), form));
}

function grouping(plan, title, members, checked) {
  const boxes = members.map(([id, text]) => element('label', {}, element('input', { type: 'checkbox', value: id, checked }), text));
  const form = element('form', { noValidate: true },
    element('fieldset', {}, element('legend', {}, '涉及的村级问题（至少三个村）'), element('div', { className: 'choices' }, ...boxes)),
    ...fields(plan, { title }),
    element('div', { className: 'actions' }, element('button', { type: 'submit', className: 'plain' }, '归并为共性问题')));
  const findings = () => boxes.map((box) => box.firstChild).filter((box) => box.checked).map((box) => box.value);
  return sending(form, () => send('POST', `${plan.base}/common-problems`, { ...readEntry(form), findings: findings() }), '已归并，各村的方案已加入共同措施，刷新本页可见。');
}

function suggested(plan, suggestion) {
  return element('details', { className: 'again' },
    element('summary', {}, `可能的共性问题：${suggestion.title}（${suggestion.members.length} 个问题，文字相同或相近）`),
    grouping(plan, suggestion.title, suggestion.members.map((each) => [each.findingId, each.label]), true));
}

function byHand(plan) {
  const free = plan.rows.filter((row) => row.village && !row.commonId).map((row) => [row.findingId, labelOf(plan, row.findingId)]);
  return element('details', { className: 'again' }, element('summary', {}, '自行选择问题归并'), grouping(plan, '', free, false));
}
