// 专题会议: all meetings of a township on one page. Every row is a meeting of its own, with one record and one scan.
import { act, dayField, empty, fetchWord, field, page, show, table, textField } from './checking.js';
import { element } from './dom.js';
import { fileControl } from './files.js';
import { area, readEntry } from './forms.js';
import { fetchJson, send } from './http.js';
import { warnOfPersonalData } from '../lib/rectification/personal-data.js';
import { waiting } from './moves.js';

const only = new URLSearchParams(location.search).get('code');

page(async (reload) => {
  const cases = await fetchJson('/api/thematic-meetings');
  if (cases.length === 0) return [empty('目前没有需要召开的专题会议。')];
  return cases.flatMap((each) => caseOf(each, reload));
});

const door = (each, ...more) => `/api/thematic-meetings/${[each.roundId, each.organisationId, ...more].map(encodeURIComponent).join('/')}`;

function caseOf(each, reload) {
  const settled = each.meetings.filter((row) => row.meeting.standing === 'ACCEPTED').length;
  const left = each.meetings.length - settled;
  const sections = [
    element('h2', {}, each.organisation, element('small', {}, ` ${each.roundName}`)),
    element('p', { className: 'counts' },
      element('span', {}, '应开 ', element('b', {}, String(each.meetings.length)), ' 场'),
      element('span', {}, '已办结 ', element('b', {}, String(settled)), ' 场'),
      element('span', { className: left > 0 && each.late ? 'bad' : '' }, '未办结 ', element('b', {}, String(left)), ` 场${left > 0 && each.late ? '（已逾期）' : ''}`),
      element('span', {}, `应于 ${each.dueOn} 前召开`, waiting(each.provisional))),
  ];
  if (each.members.length > 0) sections.push(team(each, reload));
  sections.push(...each.meetings.map((row) => meetingOf(each, row, reload)));
  return sections;
}

// Who has written, never what.
function team(each, reload) {
  const box = element('section', { className: 'card team' },
    element('h2', {}, '班子成员对照检查材料', element('small', {}, ` 共 ${each.members.length} 份，已提交 ${each.members.filter((one) => one.written).length} 份`)),
    table([['姓名', 'middle'], ['职务', 'middle'], ['情况'], ['', 'middle']], each.members.map((one) => [
      one.name, one.office,
      one.written ? element('span', { className: 'good' }, '已提交') : one.excuse ? `未提交，理由：${one.excuse}` : element('span', { className: each.late ? 'bad' : '' }, '未提交'),
      one.readable && one.written ? fetchWord(`comparison.html?id=${encodeURIComponent(one.id)}`, '查看材料') : '',
    ])));
  const missing = each.members.filter((one) => !one.written && !one.excuse);
  if (each.excuses && missing.length > 0) {
    const who = element('select', { name: 'member' }, ...missing.map((one) => element('option', { value: one.member }, one.name)));
    box.append(element('details', {}, element('summary', {}, '说明未提交的理由（如已调离、住院）'),
      act(door(each, 'excuses'), '提交理由', [element('div', { className: 'line' }, field('班子成员', who, true), textField('未提交的理由', 'reason', true, true))], () => ({}), reload)));
  }
  return box;
}

function meetingOf(each, row, reload) {
  const { meeting } = row;
  const settled = meeting.standing === 'ACCEPTED';
  const box = element('details', { className: `row meeting${settled ? ' closed' : ''}`, open: only === meeting.code },
    element('summary', {},
      element('span', { className: 'title' }, row.name),
      ...(meeting.heldOn ? [element('span', { className: 'tag' }, `${meeting.heldOn} 召开`)] : []),
      ...(row.mayDecide ? [element('span', { className: 'tag red' }, '待您办理')] : []),
      element('span', { className: settled ? 'good' : each.late && meeting.standing !== 'SUBMITTED' ? 'due late' : 'due' }, row.state)));
  box.dataset.code = meeting.code;
  // Built when somebody looks: thirty villages stay quick on a slow machine.
  const build = () => {
    if (box.open && box.childElementCount === 1) box.append(bodyOf(each, row, reload));
  };
  box.addEventListener('toggle', build);
  build();
  return box;
}

function bodyOf(each, row, reload) {
  const { meeting } = row;
  const facts = element('dl', {});
  const add = (name, value) => {
    if (value) facts.append(element('dt', {}, name), element('dd', {}, value));
  };
  if (meeting.heldOn) add('主持人、到会人数', [meeting.chair, meeting.attendance ? `到会${meeting.attendance}人` : ''].filter(Boolean).join('，'));
  add('会议情况', meeting.record);
  if (meeting.scanFile) add('会议记录扫描件', fetchWord(`/api/files/${encodeURIComponent(meeting.scanFile)}`, '查看'));
  add('未召开的理由', meeting.reason);
  add('登记人', meeting.onBehalfOf ? `${meeting.recordedBy}（代${meeting.onBehalfOf}填报）` : meeting.recordedBy);
  if (meeting.decidedBy) add(meeting.standing === 'RETURNED' ? '退回意见' : '办理意见', `${meeting.decidedBy}：${meeting.decision ?? '同意'}`);
  const body = element('div', { className: 'body' }, facts);
  if (row.mayRecord) body.append(recordForm(each, row, reload));
  if (row.mayDecide) body.append(decisionForm(each, row, reload));
  if (!row.mayRecord && meeting.standing === 'OWED') body.append(element('p', { className: 'facts' }, meeting.code === 'town' ? '由整改办登记。' : '由村党支部书记登记，包村干部、整改办可以代填。'));
  return body;
}

function radios(name, options) {
  return element('div', { className: 'choices' }, ...options.map(([value, words]) =>
    element('label', {}, element('input', { type: 'radio', name, value }), ` ${words}`)));
}

function recordForm(each, row, reload) {
  const town = row.meeting.code === 'town';
  const scan = element('input', { type: 'hidden', name: 'scanFile' });
  const control = fileControl({
    caseOf: () => ({ round: each.roundId, organisation: each.organisationId }), many: false,
    changed: (ids) => { scan.value = ids; },
  });
  const held = element('div', { hidden: true },
    element('div', { className: 'line' }, dayField('召开日期', 'heldOn'), textField('主持人', 'chair'),
      field('到会人数', element('input', { type: 'number', name: 'attendance', min: '1', step: '1' }), true)),
    area('会议情况（对照反馈意见逐项检查、开展批评和自我批评的情况）', 'record', true),
    element('fieldset', {}, element('legend', {}, '会议记录扫描件', element('span', { className: 'must' }, ' *')), control.box, scan));
  const not = element('div', { hidden: true }, area(`未召开的理由（由${town ? '市委巡察办' : '党委书记'}审核认可）`, 'reason', true));
  const choice = element('fieldset', {}, element('legend', {}, '是否已经召开', element('span', { className: 'must' }, ' *')), radios('outcome', [['HELD', '已召开'], ['NOT_HELD', '未召开']]));
  const button = element('button', { type: 'submit', className: 'primary' }, '提交本场登记');
  const form = element('form', { noValidate: true }, choice, held, not,
    ...(row.nameNeeded ? [textField('代何人填报（党支部书记姓名）', 'onBehalfOf')] : []),
    element('div', { className: 'actions' }, button));
  form.addEventListener('change', () => {
    const outcome = form.elements.outcome.value;
    held.hidden = outcome !== 'HELD';
    not.hidden = outcome !== 'NOT_HELD';
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    await sendRow(form, button, door(each, row.meeting.code, 'record'), reload);
  });
  return form;
}

function decisionForm(each, row, reload) {
  const held = Boolean(row.meeting.heldOn);
  const button = element('button', { type: 'submit', className: 'primary' }, '提交意见');
  const form = element('form', { noValidate: true },
    element('fieldset', {}, element('legend', {}, '办理意见', element('span', { className: 'must' }, ' *')),
      radios('decision', held ? [['ACCEPT', '确认'], ['RETURN', '退回重新登记']] : [['ACCEPT', '认可理由，不再召开'], ['RETURN', '不认可，应当召开']])),
    area('意见（退回、不认可的必须写明理由）', 'remark', false),
    element('div', { className: 'actions' }, button));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    await sendRow(form, button, door(each, row.meeting.code, 'decision'), reload);
  });
  return form;
}

async function sendRow(form, button, path, reload) {
  button.disabled = true;
  form.querySelector('.refusal')?.remove();
  form.querySelectorAll('.wrong').forEach((one) => one.classList.remove('wrong'));
  const entry = readEntry(form);
  // What belongs to the other answer is not sent along.
  if (entry.outcome === 'HELD') delete entry.reason;
  if (entry.outcome === 'NOT_HELD') for (const name of ['heldOn', 'chair', 'attendance', 'record', 'scanFile']) delete entry[name];
  const answer = await send('POST', path, entry);
  button.disabled = false;
  if (answer.ok) await reload();
  else show(form, answer);
}

warnOfPersonalData(document.getElementById('content'));
