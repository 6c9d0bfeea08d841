// 学习部署: the register of study and deployment meetings from which report A is written. A correction is added, nothing is overwritten.
import { act, dayField, empty, fetchWord, field, page, textField } from './checking.js';
import { element } from './dom.js';
import { fileControl } from './files.js';
import { fetchJson } from './http.js';
import { warnOfPersonalData } from '../lib/rectification/personal-data.js';

const KINDS = { STUDY: '传达学习', COMMITTEE: '党委会研究', LEADING_GROUP: '领导小组会' };
const MOST_FINDINGS = 200;

page(async (reload) => {
  const cases = await fetchJson('/api/study-meetings');
  if (cases.length === 0) return [empty('目前没有可以登记或查看的学习部署情况。')];
  const cards = [];
  for (const each of cases) cards.push(await cardOf(each, reload));
  return cards;
});

async function cardOf(each, reload) {
  const findings = await findingsOf(each);
  const box = element('section', { className: 'card' },
    element('h2', {}, each.organisation, element('small', {}, ` ${each.roundName}`)),
    element('p', { className: each.meetings.some((one) => one.current) ? 'facts' : 'facts bad' }, each.summary));
  if (each.mayRecord) {
    box.append(element('details', { open: each.meetings.length === 0 }, element('summary', {}, '登记一次会议'),
      formOf(each, findings, `/api/study-meetings?${new URLSearchParams({ round: each.roundId, organisation: each.organisationId })}`, '登记', {}, reload)));
  }
  box.append(...each.meetings.map((meeting) => rowOf(each, meeting, findings, reload)));
  return box;
}

async function findingsOf(each) {
  const query = new URLSearchParams({ round: each.roundId, organisation: each.organisationId, size: MOST_FINDINGS });
  const all = (await fetchJson(`/api/findings?${query}`)).rows;
  return new Map(all.map((one) => [one.id, `${one.villageName ?? one.village ?? '镇本级'}第${one.number}号 ${one.title}`]));
}

function rowOf(each, meeting, findings, reload) {
  const state = meeting.withdrawn ? '更正：没有这次会议' : meeting.current ? (meeting.corrects ? '更正后' : '') : '已更正';
  const box = element('details', { className: `row meeting${meeting.current ? '' : ' closed'}` },
    element('summary', {},
      element('span', { className: 'number' }, meeting.heldOn),
      element('span', { className: 'tag' }, KINDS[meeting.kind]),
      element('span', { className: 'title' }, meeting.topic),
      element('span', { className: 'due' }, state)));
  const facts = element('dl', {});
  const add = (name, value) => {
    if (value) facts.append(element('dt', {}, name), element('dd', {}, value));
  };
  add('主持人、参加人数', `${meeting.chair}，${meeting.attendance}人`);
  add('涉及的问题', meeting.findings.map((id) => findings.get(id) ?? '其他问题').join('\n'));
  if (meeting.minutesFile) add('会议记录', fetchWord(`/api/files/${encodeURIComponent(meeting.minutesFile)}`, '查看'));
  add('更正的理由', meeting.correctionReason);
  add('登记人', `${meeting.recordedBy}，${meeting.recordedOn}`);
  const body = element('div', { className: 'body' }, facts);
  if (each.mayRecord && meeting.current) {
    body.append(element('details', {}, element('summary', {}, '更正（原登记保留）'),
      formOf(each, findings, `/api/study-meetings/${encodeURIComponent(meeting.id)}/correction`, '提交更正', meeting, reload)));
  }
  box.append(body);
  return box;
}

function formOf(each, findings, path, words, before, reload) {
  const minutes = element('input', { type: 'hidden', name: 'minutesFile', value: before.minutesFile ?? '' });
  const control = fileControl({
    caseOf: () => ({ round: each.roundId, organisation: each.organisationId }), many: false, value: before.minutesFile ?? '',
    changed: (ids) => { minutes.value = ids; },
  });
  const kind = element('select', { name: 'kind' }, element('option', { value: '' }, '请选择'),
    ...Object.entries(KINDS).map(([code, label]) => element('option', { value: code }, label)));
  kind.value = before.kind ?? '';
  const chosen = element('select', { multiple: true, size: 5, ariaLabel: '涉及的问题' },
    ...[...findings].map(([id, label]) => element('option', { value: id, selected: (before.findings ?? []).includes(id) }, label)));
  const filled = (box, value) => {
    if (value !== undefined) box.querySelector('input').value = value;
    return box;
  };
  const back = element('input', { type: 'checkbox', name: 'withdrawn' });
  const correction = before.id
    ? [textField('更正的理由', 'correctionReason', true, true), element('label', {}, back, ' 登记有误，没有开过这次会议')] : [];
  return act(path, words, [
    element('div', { className: 'line' }, field('类别', kind, true), dayField('召开日期', 'heldOn', before.heldOn ?? ''),
      filled(textField('主持人', 'chair'), before.chair),
      field('参加人数', element('input', { type: 'number', name: 'attendance', min: '1', step: '1', value: before.attendance ?? '' }), true)),
    filled(textField('议题（学习内容）', 'topic', true, true), before.topic),
    ...(findings.size > 0 ? [field('涉及的问题（可不选；按住控制键可多选）', chosen, false, true)] : []),
    element('fieldset', {}, element('legend', {}, '会议记录（可不传）'), control.box, minutes),
    ...correction,
  ], () => ({ findings: [...chosen.selectedOptions].map((option) => option.value) }), reload);
}

warnOfPersonalData(document.getElementById('content'));
