// What each kind of list asks for per row. Names of fields are those of the entry that the task takes.
import { element } from './dom.js';
import { claimRows, coOwnerList, evidenceRows, measureList, reportList } from './proofs.js';

export const MUST = () => element('span', { className: 'must' }, ' *');

function labelled(text, field, required) {
  const id = `f${Math.random().toString(36).slice(2)}`;
  field.id = id;
  const label = element('label', { htmlFor: id }, text);
  if (required) label.append(MUST());
  return element('fieldset', {}, label, field);
}

export const area = (text, name, required, value = '') => labelled(text, element('textarea', { name, value, maxLength: 4000 }), required);
export const line = (text, name, required, value = '') => labelled(text, element('input', { type: 'text', name, value, maxLength: 200 }), required);
export const day = (text, name, required, value = '') => labelled(text, element('input', { type: 'date', name, value }), required);

function choice(text, name, options) {
  const radios = options.map(([value, label]) =>
    element('label', {}, element('input', { type: 'radio', name, value }), label));
  return element('fieldset', {}, element('legend', {}, text, MUST()), element('div', { className: 'choices' }, ...radios));
}

function measures(proofs) {
  const list = element('div', {});
  const renumber = () => [...list.children].forEach((row, index) => {
    for (const field of row.querySelectorAll('[data-part]')) field.name = `measures.${index}.${field.dataset.part}`;
  });
  const add = (text = '', kind = 'NOW', accountability = false) => {
    const words = element('input', { type: 'text', value: text, maxLength: 1000, ariaLabel: '措施内容' });
    words.dataset.part = 'text';
    const horizon = element('select', { ariaLabel: '措施类别' },
      element('option', { value: 'NOW' }, '当下改'), element('option', { value: 'LASTING' }, '长久立'));
    horizon.value = kind;
    horizon.dataset.part = 'kind';
    const only = element('input', { type: 'checkbox', checked: accountability });
    only.dataset.part = 'accountabilityOnly';
    const remove = element('button', { type: 'button', className: 'plain' }, '删除');
    const row = element('div', { className: 'measure' }, words, horizon, element('label', {}, only, '仅问责下级'), remove);
    remove.addEventListener('click', () => {
      row.remove();
      renumber();
    });
    list.append(row);
    renumber();
  };
  for (const each of proofs.draft.measures.filter((measure) => measure.text)) add(each.text, each.kind, each.accountabilityOnly === true);
  if (list.childElementCount === 0 && proofs.reports.every((each) => each.withdrawnAt)) add();
  const more = element('button', { type: 'button', className: 'plain' }, '增加一条措施');
  more.addEventListener('click', () => add());
  return element('fieldset', {}, element('legend', {}, '已完成的整改措施（已逐条报告的不必重复，未完成的请删除）', MUST()), list, more);
}

const reason = (required) => area('理由', 'reason', required);

const answer = (agree) => choice('办理意见', 'answer', [['AGREE', agree], ['RETURN', '退回']]);

export const FORMS = {
  work: {
    submit: '提交本条整改结果',
    steps: (finding, proofs, reload) => [
      coOwnerList(finding, proofs, reload), measureList(finding, proofs, readEntry, reload), reportList(finding, proofs, reload),
      element('h3', {}, '提交整改结果')],
    fields: (finding, proofs) => [
      area('整改结果', 'result', true, finding.result?.text),
      measures(proofs),
      evidenceRows(finding, proofs.evidence.length === 0),
      claimRows(finding, proofs.draft.claims),
      line('涉密材料文号（不得上传，线下报送后只登记文号）', 'documentNumber', false),
    ],
  },
  part: {
    submit: '确认本条配合事项完成',
    door: (finding) => `/api/findings/${encodeURIComponent(finding.id)}/co-owners/me/confirmation`,
    fields: (finding) => [area('完成情况', 'confirmation', true), evidenceRows(finding, false),
      line('涉密材料文号（不得上传，线下报送后只登记文号）', 'documentNumber', false)],
  },
  review: { submit: '提交本条审核意见', fields: () => [answer('同意，提请核验'), reason(true)] },
  verify: {
    submit: '提交本条核验结论',
    fields: (finding) => [
      choice('核验结论', 'verdict', [
        ['DONE', '已完成'], ['MOSTLY_DONE', '基本完成（退回）'], ['NOT_DONE', '未完成（退回）'],
        ['LONG_TERM', '长期坚持'], ['FALSIFIED', '弄虚作假（退回）'],
      ]),
      reason(true),
      day('下次复查日期（长期坚持必填）', 'nextReviewOn', false),
      ...(finding.sheetMissing ? [area('没有现场核验清单签名件的理由（先到“现场核验”上传签名件的不用填）', 'noSheetReason', false)] : []),
    ],
  },
  confirm: { submit: '提交本条确认意见', fields: () => [answer('确认'), reason(true)] },
  consent: { submit: '提交本条意见', fields: () => [answer('同意转为长期坚持'), reason(true)] },
  continue: {
    submit: '提交本条持续整改申请',
    fields: () => [area('未按期完成的原因', 'reason', true), day('新的完成日期', 'newDueOn', true)],
  },
  approve: { submit: '提交本条审批意见', fields: () => [answer('批准'), reason(true)] },
  extension: {
    submit: '提交本条审批意见',
    fields: (finding) => [
      choice('办理意见', 'answer', [['AGREE', '同意延期'], ['RETURN', '不同意，时限不变']]),
      area('审批意见（不同意的必填）', 'reason', false),
      ...(finding.extension?.recorded
        ? [day('会商（研究）日期', 'recordedOn', true), line('会商记录（会议纪要）编号', 'recordNumber', true)]
        : []),
    ],
  },
  follow: {
    submit: '提交本条复查结论',
    fields: () => [
      choice('复查结论', 'conclusion', [['GOES_ON', '继续坚持'], ['DONE', '可以销号'], ['FALLEN_BACK', '已反弹，登记复发问题']]),
      area('复查情况和理由（已反弹的写明事实）', 'reason', true),
      day('下次复查日期（继续坚持、已反弹的必填）', 'nextReviewOn', false),
      day('复发问题的整改时限（已反弹的必填）', 'newDueOn', false),
    ],
  },
  agree: {
    submit: '提交本条意见',
    fields: () => [
      choice('办理意见', 'answer', [['AGREE', '同意销号'], ['RETURN', '不同意，继续坚持']]),
      reason(true),
      day('下次复查日期（不同意的必填）', 'nextReviewOn', false),
    ],
  },
};

// Turns named fields into the entry; what was left empty is left out.
export function readEntry(form) {
  const entry = {};
  for (const field of form.elements) {
    if (!field.name || (field.type === 'radio' && !field.checked)) continue;
    const value = valueOf(field);
    if (value !== undefined) put(entry, field.name.split('.'), value);
  }
  return entry;
}

function valueOf(field) {
  if (field.type === 'checkbox') return field.checked;
  const text = field.value.trim();
  if (text === '') return undefined;
  return field.type === 'number' ? Number(text) : text;
}

function put(target, [head, ...rest], value) {
  if (rest.length === 0) {
    target[head] = value;
    return;
  }
  target[head] ??= /^\d+$/.test(rest[0]) ? [] : {};
  put(target[head], rest, value);
}
