// 约请沟通: an organisation asks a body for a talk about open findings, and sees what came of it.
import { act, dayField, empty, fetchWord, field, page, table } from './checking.js';
import { element } from './dom.js';
import { fetchJson } from './http.js';

page(async (reload) => {
  const { bodies, findings, rows } = await fetchJson('/api/consultations');
  const parts = [];
  if (findings.length > 0) parts.push(asking(bodies, findings, reload));
  if (rows.length > 0) parts.push(element('section', { className: 'card' }, element('h2', {}, '约请记录'), ...rows.map(rowOf)));
  return parts.length > 0 ? parts : [empty('目前没有约请沟通，也没有可以约请的未办结问题。')];
});

function asking(bodies, findings, reload) {
  const body = element('select', { name: 'body' }, element('option', { value: '' }, '请选择'),
    ...bodies.map((each) => element('option', { value: each.value }, each.label)));
  const boxes = findings.map((each) => {
    const box = element('input', { type: 'checkbox', value: each.id });
    return [box, element('label', {}, box, ' ', each.label)];
  });
  const list = element('fieldset', { className: 'wide findings' },
    element('legend', {}, '涉及的未办结问题', element('span', { className: 'must' }, ' *')),
    element('div', { className: 'pick' }, ...boxes.map(([, label]) => label)));
  const question = element('textarea', { name: 'question', maxLength: 4000 });
  return element('section', { className: 'card asking' },
    element('h2', {}, '提出约请'),
    element('p', { className: 'facts' }, '遇重要、复杂情况，可约请有关单位负责同志当面沟通。对方5个工作日内答复（本地默认）；约请不影响问题的整改时限。'),
    act('/api/consultations', '提出约请', [
      element('div', { className: 'line' }, field('约请单位', body, true), dayField('希望沟通的日期', 'preferredOn', '', false)),
      list,
      field('约请沟通的事项', question, true, true),
    ], () => ({ findings: boxes.filter(([box]) => box.checked).map(([box]) => box.value) }), reload));
}

function rowOf(row) {
  return element('details', { className: 'row consultation', open: true },
    element('summary', {}, element('span', { className: 'title' }, `${row.requester}约请${row.body}`), element('span', { className: 'due' }, row.standing)),
    table([['项目', 'middle'], ['内容']], [
      ['所涉问题', row.findings.join('；')],
      ['约请事项', row.question],
      ...[['希望日期', row.preferredOn], ['约定时间地点', row.talk], ['不能沟通的理由', row.answer], ['沟通意见', row.advice],
        ['对问题整改的影响', row.effect]].filter(([, words]) => words),
      ...(row.minutesFile ? [['沟通纪要', fetchWord(`/api/files/${row.minutesFile}`, '查看')]] : []),
    ]));
}
