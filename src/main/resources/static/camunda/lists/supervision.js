// 督办: notices that the reader may read; sending one, answering one, and what its sender may change.
import { act, dayField, empty, fetchWord, field, page, table, textField } from './checking.js';
import { element } from './dom.js';
import { fileControl } from './files.js';
import { fetchJson } from './http.js';
import { warnOfPersonalData } from '../lib/rectification/personal-data.js';

const only = new URLSearchParams(location.search).get('id');
const door = (row, what) => `/api/supervision-notices/${encodeURIComponent(row.id)}/${what}`;
const FILTERS = [
  ['全部', () => true],
  ['待回复', (row) => row.state === 'WAITING'],
  ['已逾期', (row) => row.late],
  ['已回复待审核', (row) => row.state === 'ANSWERED'],
  ['已了结', (row) => ['ACCEPTED', 'TAKEN_UP', 'WITHDRAWN'].includes(row.state)],
];

page(async (reload) => {
  const { senders, targets, usualReplyDay, rows } = await fetchJson('/api/supervision-notices');
  const parts = [];
  if (targets.length > 0) parts.push(sending(senders, targets, usualReplyDay, reload));
  parts.push(...(rows.length > 0 ? list(rows, reload) : [empty('目前没有督办。')]));
  return parts;
});

function sending(senders, targets, usualReplyDay, reload) {
  const village = Boolean(targets[0].village);
  const to = element('select', {}, ...targets.map((each, at) =>
    element('option', { value: String(at) }, `${each.name}（${village ? `${each.organisation}，` : ''}${each.round}）`)));
  const chosen = () => targets[Number(to.value)];
  const from = element('select', { name: 'sender' }, ...senders.map((each) => element('option', { value: each.value }, each.label)));
  const pick = element('div', { className: 'pick' });
  const show = async () => {
    const target = chosen();
    const query = new URLSearchParams({ round: target.roundId, organisation: target.organisationId, ...(target.village ? { village: target.village } : {}) });
    const findings = await fetchJson(`/api/supervision-notices/findings?${query}`);
    if (chosen() !== target) return;
    pick.replaceChildren(...findings.map((each) => element('label', {}, element('input', { type: 'checkbox', value: each.value }), ' ', each.label)));
  };
  to.addEventListener('change', show);
  show();
  return element('details', { className: 'card sending' },
    element('summary', {}, `发出${village ? '督办通知' : '督办函'}`),
    element('p', { className: 'facts' }, '限期回复；逾期未回复的，按本轮的提醒阶梯逐级提醒。只写督办事项，不得录入问题线索内容、信访人信息和案件材料。'),
    act('/api/supervision-notices', '发出', [
      element('div', { className: 'line' },
        field(village ? '发给村（居）党支部' : '发给党组织', to, true, true),
        ...(senders.length > 1 ? [field('以何单位名义', from, true)] : []),
        dayField('回复期限', 'replyDueOn', usualReplyDay), textField('文号（没有的不填）', 'documentNumber', false)),
      element('fieldset', { className: 'wide findings' }, element('legend', {}, '涉及的问题（可不选）'), pick),
      textField('督办事由', 'title', true, true),
      field('督办事项和办理要求', element('textarea', { name: 'demand', maxLength: 4000 }), true, true),
    ], () => ({
      roundId: chosen().roundId, organisationId: chosen().organisationId, village: chosen().village,
      findings: [...pick.querySelectorAll('input:checked')].map((each) => each.value),
    }), reload));
}

function list(rows, reload) {
  const lines = element('div', {});
  const show = (holds) => {
    const shown = rows.filter(holds);
    lines.replaceChildren(...(shown.length > 0 ? shown.map((row) => lineOf(row, reload)) : [empty('没有这类督办。')]));
  };
  const buttons = FILTERS.map(([words, holds]) => {
    const button = element('button', { type: 'button', className: 'plain' }, `${words} ${rows.filter(holds).length}`);
    button.addEventListener('click', () => {
      buttons.forEach((each) => each.setAttribute('aria-pressed', String(each === button)));
      show(holds);
    });
    return button;
  });
  buttons[0].setAttribute('aria-pressed', 'true');
  show(FILTERS[0][1]);
  return [element('div', { className: 'links filters', role: 'group', ariaLabel: '按情况筛选' }, ...buttons), lines];
}

function lineOf(row, reload) {
  const open = ['WAITING', 'ANSWERED', 'RAISED'].includes(row.state);
  const box = element('details', { className: `row notice${open ? '' : ' closed'}`, open: only === row.id },
    element('summary', {},
      element('span', { className: 'title' }, `${row.label}：${row.title}`),
      ...(row.colour ? [element('span', { className: `tag ${row.colour.toLowerCase()}` }, row.colourLabel)] : []),
      element('span', { className: 'tag' }, `${row.sender}发给${row.place}`),
      ...(row.mayReply ? [element('span', { className: 'tag' }, '可在此回复')] : []),
      element('span', { className: row.late ? 'due late' : 'due' }, row.late ? `${row.standing}，已逾期` : row.standing)));
  box.dataset.id = row.id;
  const build = () => {
    if (box.open && box.childElementCount === 1) box.append(bodyOf(row, reload));
  };
  box.addEventListener('toggle', build);
  build();
  return box;
}

function bodyOf(row, reload) {
  const facts = [
    ['发出单位', `${row.sender}（${row.sentBy}，${row.sentOn}）`],
    ['主送', row.place],
    ...(row.documentNumber ? [['文号', row.documentNumber]] : []),
    ['督办事项和办理要求', row.demand],
    ...(row.findings.length > 0 ? [['涉及的问题', links(row.findings.map((each) => [`finding.html?id=${encodeURIComponent(each.value)}`, each.label]))]] : []),
    ['回复期限', row.replyDueOn],
    ...row.replies.flatMap((each, at) => [
      [`第${at + 1}次回复`, `${each.text}（${each.by}，${each.at}）`],
      ...(each.files.length > 0 ? [['附件', links(each.files.map((file) => [`/api/files/${encodeURIComponent(file.value)}`, file.label]))]] : []),
      ...(each.verdict ? [['发出单位意见', each.verdict]] : []),
    ]),
    ...row.changes.map((each) => [each.what, `${each.reason ?? ''}${each.newDueOn ? ` 回复期限改为${each.newDueOn}。` : ''}（${each.by}，${each.at}）`]),
    ['督办文书', fetchWord(door(row, 'notice.docx'), '下载Word文件')],
  ];
  const body = element('div', { className: 'body' }, table([['项目', 'middle'], ['内容']], facts));
  if (row.mayReply) body.append(replying(row, reload));
  if (row.mayChange) body.append(...changing(row, reload));
  return body;
}

const links = (all) => element('span', {}, ...all.flatMap(([href, words], at) => [...(at > 0 ? ['；'] : []), element('a', { href }, words)]));

const reasonField = (words) => field(words, element('textarea', { name: 'reason', maxLength: 4000 }), true, true);

function replying(row, reload) {
  const files = element('input', { type: 'hidden', name: 'replyFiles' });
  const control = fileControl({
    caseOf: () => ({ round: row.roundId, organisation: row.organisationId }), many: true,
    changed: (ids) => { files.value = ids; },
  });
  return element('section', {}, element('h3', {}, '回复'),
    act(door(row, 'reply'), '提交回复', [
      field('回复内容', element('textarea', { name: 'reply', maxLength: 4000 }), true, true),
      element('fieldset', {}, element('legend', {}, '附件（可不传）'), control.box, files),
      ...(row.nameNeeded ? [textField('代何人填报（党支部书记姓名）', 'onBehalfOf')] : []),
    ], () => ({}), reload));
}

// What the sender may still do while it is open, each folded away until it is wanted.
function changing(row, reload) {
  const folded = (words, parts, what, button) => element('details', { className: what },
    element('summary', {}, words), act(door(row, what), button, parts, () => ({}), reload));
  const all = [];
  if (row.state === 'WAITING') {
    all.push(folded('调整回复期限', [element('div', { className: 'line' }, dayField('新的回复期限', 'newDueOn')), reasonField('调整理由')], 'date', '调整回复期限'));
    if (row.late && !row.toSecretary) {
      all.push(folded(row.toVillage ? '逾期未回复，报市级监督单位' : '逾期未回复，提级由党委书记回复', [
        ...(row.toVillage ? [] : [element('div', { className: 'line' }, dayField('党委书记的回复期限', 'newDueOn'))]), reasonField('提级理由')], 'raising', '提级督办'));
    }
  }
  all.push(folded('撤回（发错的）', [reasonField('撤回理由')], 'withdrawal', '撤回'));
  return all;
}

warnOfPersonalData(document.getElementById('content'));
