// Rows for evidence and claimed results, the measures of a finding one by one, its co-owners, and how all that reads.
import { element } from './dom.js';
import { fetchJson, send } from './http.js';
import { fileControl, linkTo, sizeOf } from './files.js';

const KINDS = [
  ['PHOTO_BEFORE', '整改前照片'], ['PHOTO_AFTER', '整改后照片'], ['MINUTES', '会议记录'], ['RULE', '制度文件'],
  ['VOUCHER', '凭证'], ['NOTICE', '公示'], ['LEDGER', '台账'], ['OTHER', '其他'],
];
const CLAIMS = [
  ['SYSTEM_MADE', '新建制度（项）'], ['SYSTEM_REVISED', '修订制度（项）'], ['MONEY_RECOVERED', '挽回资金（元）'],
  ['PEOPLE_OWN_LEVEL', '问责本级人员（人）'], ['PEOPLE_LOWER_LEVEL', '问责下级人员（人）'],
  ['SIMILAR_FOUND', '举一反三发现同类问题（个）'], ['SIMILAR_FIXED', '举一反三整改同类问题（个）'], ['CAMPAIGN', '开展专项整治（项）'],
];
const HORIZONS = { NOW: '当下改', LASTING: '长久立' };
const STANDINGS = { CLAIMED: '申报，待核验', ACCEPTED: '已核验', RETURNED: '随结果退回', WITHDRAWN: '已撤回' };

// Where a co-owner's part stands; whoever confirmed it in the person's place is named beside.
const standingOf = (part) => part.confirmedAt ? `已确认${part.confirmedBy ? `，${part.confirmedBy}代行` : ''}：${part.confirmation}` : '未确认';
const must = () => element('span', { className: 'must' }, ' *');
const caseOf = (finding) => async () => ({ round: finding.roundId, organisation: finding.organisationId });

export const proofsOf = (finding) => fetchJson(`/api/findings/${encodeURIComponent(finding.id)}/proofs`);

function select(name, options, label, value = '') {
  const field = element('select', { name, ariaLabel: label }, element('option', { value: '' }, '请选择'),
    ...options.map(([code, words]) => element('option', { value: code }, words)));
  field.value = value;
  return field;
}

// A control that writes the ids of its files into a hidden field of that name.
function filesField(finding, name, value = '') {
  const field = element('input', { type: 'hidden', name, value });
  const control = fileControl({ caseOf: caseOf(finding), many: true, value, changed: (ids) => { field.value = ids; } });
  return element('div', {}, field, control.box);
}

// Rows that can be added and removed; their fields are numbered in order.
function rowsOf(path, title, more, build, initial, required) {
  const list = element('div', {});
  const renumber = () => [...list.children].forEach((row, index) => {
    for (const field of row.querySelectorAll(`[name^="${path}."]`)) field.name = field.name.replace(/\.\d+\./, `.${index}.`);
  });
  const add = (given) => {
    const remove = element('button', { type: 'button', className: 'plain' }, '删除此行');
    const row = element('div', { className: 'proof' }, ...build(`${path}.0`, given ?? {}), remove);
    remove.addEventListener('click', () => {
      row.remove();
      renumber();
    });
    list.append(row);
    renumber();
  };
  initial.forEach(add);
  const button = element('button', { type: 'button', className: 'plain' }, more);
  button.addEventListener('click', () => add());
  return element('fieldset', { className: 'proofs' }, element('legend', {}, title, ...(required ? [must()] : [])), list, button);
}

export function evidenceRows(finding, required = true) {
  return rowsOf('evidence', '佐证材料', '再加一类材料', (path) => [
    element('div', { className: 'proof-head' },
      select(`${path}.kind`, KINDS, '材料种类'),
      element('label', {}, '反映日期 ', element('input', { type: 'date', name: `${path}.representsOn`, ariaLabel: '材料反映的日期' }))),
    filesField(finding, `${path}.files`),
  ], [{}], required);
}

export function claimRows(finding, before = []) {
  return rowsOf('claims', '申报的整改成效（没有的不填，每项都要有文件）', '增加一项成效', (path, given) => [
    element('div', { className: 'proof-head' },
      select(`${path}.kind`, CLAIMS, '成效类别', given.kind),
      element('input', { type: 'number', name: `${path}.quantity`, min: '0', step: '0.01', placeholder: '数量', ariaLabel: '数量', value: given.quantity ?? '' })),
    element('input', { type: 'text', name: `${path}.text`, maxLength: 500, placeholder: '具体说明：制度名称、缴款人和凭证号等', ariaLabel: '具体说明', value: given.text ?? '' }),
    filesField(finding, `${path}.files`, given.files),
  ], before, false);
}

function evidenceLine(item) {
  if (!item.file) return element('li', {}, `未上传（涉密，线下报送）：文号${item.documentNumber}，${item.givenBy}提交`);
  const days = `反映日期${item.representsOn}，${item.file.uploadedAt.slice(0, 10)}上传，${item.givenBy}提交`;
  const line = element('li', {}, `${item.label}：`, linkTo(item.file), ` ${sizeOf(item.file.size)}（${item.file.level === 'OPEN' ? '公开' : '内部'}，${days}）`);
  if (item.alsoAt.length > 0) line.append(element('strong', { className: 'late' }, `同一文件还用于：${item.alsoAt.join('、')}`));
  return line;
}

const listed = (lines) => element('ul', { className: 'proof-lines' }, ...lines);

// What reviewers and verifiers read: files to open, claims with their files, measures, parts.
export function proofFacts(proofs) {
  const facts = [];
  const reports = proofs.reports.filter((each) => !each.withdrawnAt);
  if (reports.length > 0) {
    facts.push(['逐条报告的措施', listed(reports.map((each) => element('li', {},
      `【${HORIZONS[each.horizon]}】${each.text.replace(/[。；]$/, '')}，${each.doneOn}完成${each.report ? `：${each.report}` : ''}${each.accountabilityOnly ? '（仅问责下级）' : ''}`)))]);
  }
  if (proofs.evidence.length > 0) facts.push(['佐证材料', listed(proofs.evidence.map(evidenceLine))]);
  if (proofs.claims.length > 0) {
    facts.push(['申报的整改成效', listed(proofs.claims.map((each) => element('li', {},
      `${each.label}${each.quantity}${each.unit}：${each.text}（${STANDINGS[each.standing]}） `,
      ...each.files.flatMap((file) => [linkTo(file), ' ']))))]);
  }
  const parts = proofs.coOwners.filter((each) => !each.releasedAt);
  if (parts.length > 0) {
    facts.push(['配合责任人', listed(parts.map((each) => element('li', {},
      `${each.name}：${each.part}（${standingOf(each)}）`)))]);
  }
  return facts;
}

function told(box, answer) {
  box.querySelector('.refusal')?.remove();
  if (answer.ok) return true;
  const sentences = answer.violations.length > 0 ? answer.violations.map((each) => each.message) : [answer.message];
  box.prepend(element('div', { className: 'refusal', role: 'alert' }, ...sentences.map((each) => element('p', {}, each))));
  return false;
}

// The plan's measures, each to be reported done by itself.
export function measureList(finding, proofs, readEntry, changed, { of = () => true, claims = true } = {}) {
  const list = element('section', { className: 'step' }, element('h3', {}, '逐条报告措施'));
  const planned = proofs.planned.filter(of);
  for (const measure of planned) {
    const words = `【${HORIZONS[measure.horizon]}】${measure.text}`;
    if (measure.done) {
      list.append(element('p', { className: 'step-done' }, `✓ ${words}`));
      continue;
    }
    const form = element('form', { noValidate: true },
      element('fieldset', {}, element('label', {}, '完成日期 ', element('input', { type: 'date', name: 'measure.doneOn', ariaLabel: '完成日期' }))),
      element('fieldset', {}, element('label', {}, '完成情况', element('textarea', { name: 'report', maxLength: 4000 }))),
      evidenceRows(finding), ...(claims ? [claimRows(finding)] : []),
      element('fieldset', {}, element('label', {}, '代何人填报（本人填报的不填）', element('input', { type: 'text', name: 'filledInFor', maxLength: 60 }))),
      element('div', { className: 'actions' }, element('button', { type: 'submit', className: 'primary' }, '报告本条措施完成')));
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      const entry = readEntry(form);
      const answer = await send('POST', `/api/findings/${encodeURIComponent(finding.id)}/measures`, {
        measure: { measureId: measure.id, ...entry.measure },
        report: entry.report,
        proofs: { evidence: entry.evidence, claims: entry.claims },
        filledInFor: entry.filledInFor,
      });
      if (told(form, answer)) changed();
    });
    list.append(element('details', { className: 'measure-report' }, element('summary', {}, words, element('span', { className: 'act' }, '报告完成')), form));
  }
  return planned.length > 0 ? list : element('span', {});
}

// Something that stands and may be taken back, with a reason; the reason is asked for when somebody wants to.
function takenBack(words, { act, label, path, done }) {
  const reason = element('input', { type: 'text', name: 'reason', maxLength: 500, ariaLabel: label, placeholder: label });
  const form = element('form', { noValidate: true },
    element('div', { className: 'bounce' }, reason, element('button', { type: 'submit', className: 'plain' }, `确认${act}`)));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const button = form.querySelector('button');
    button.disabled = true;
    const answer = await send('POST', path, { reason: reason.value.trim() || undefined });
    button.disabled = false;
    if (told(form, answer)) done();
    else reason.classList.add('wrong');
  });
  return element('details', { className: 'taking-back' }, element('summary', {}, words, element('span', { className: 'act' }, act)), form);
}

// What was reported one by one and still counts. A report sent by mistake is taken back; it stays readable and counts no more.
export function reportList(finding, proofs, changed, since = () => true) {
  const standing = proofs.reports.filter((each) => !each.withdrawnAt && since(each));
  if (standing.length === 0) return element('span', {});
  return element('section', { className: 'step' }, element('h3', {}, '已报告的措施'), ...standing.map((each) =>
    takenBack(`【${HORIZONS[each.horizon]}】${each.text}（${each.doneOn}完成，${each.doneBy}报告）`, {
      act: '撤回', label: '撤回理由', done: changed,
      path: `/api/findings/${encodeURIComponent(finding.id)}/measures/${encodeURIComponent(each.id)}/withdrawal`,
    })));
}

// Parts that nobody has confirmed yet: while one is open, the result cannot be handed in.
export function openParts(finding, proofs, changed) {
  return proofs.coOwners.filter((each) => !each.releasedAt && !each.confirmedAt).map((each) =>
    takenBack(`${each.name}：${each.part}（${standingOf(each)}）`, {
      act: '取消配合', label: '取消理由', done: changed,
      path: `/api/findings/${encodeURIComponent(finding.id)}/co-owners/${encodeURIComponent(each.personId)}/release`,
    }));
}

// Who helps; the lead names them, sees whether they are done, and takes an open part back.
export function coOwnerList(finding, proofs, changed) {
  const list = element('details', { className: 'step' }, element('summary', {}, `配合责任人（${proofs.coOwners.filter((each) => !each.releasedAt).length}）`));
  for (const each of proofs.coOwners.filter((part) => !part.releasedAt && part.confirmedAt)) {
    list.append(element('p', {}, `${each.name}：${each.part}（${standingOf(each)}）`));
  }
  list.append(...openParts(finding, proofs, changed));
  const person = element('select', { ariaLabel: '配合责任人' }, element('option', { value: '' }, '请选择配合责任人'));
  const part = element('input', { type: 'text', maxLength: 1000, placeholder: '配合事项', ariaLabel: '配合事项' });
  const button = element('button', { type: 'button', className: 'plain' }, '指定');
  const box = element('div', { className: 'naming' }, person, part, button);
  list.append(box);
  list.addEventListener('toggle', async () => {
    if (!list.open || person.options.length > 1) return;
    const people = await fetchJson(`/api/findings/${encodeURIComponent(finding.id)}/co-owners/candidates`).catch(() => []);
    person.append(...people.map((each) => element('option', { value: each.id }, `${each.name}（${each.office}）`)));
  });
  button.addEventListener('click', async () => {
    const answer = await send('POST', `/api/findings/${encodeURIComponent(finding.id)}/co-owners`, { person: person.value, part: part.value });
    if (told(list, answer)) changed();
  });
  return list;
}
