// 拟去核验: one visit to a village is one list with one signed sheet; a verdict is given row by row.
import { act, dayField, empty, fetchWord, field, page, show, textField } from './checking.js';
import { element } from './dom.js';
import { fileControl } from './files.js';
import { FORMS, readEntry } from './forms.js';
import { fetchJson, send } from './http.js';

page(async (reload) => {
  const overview = await fetchJson('/api/visits');
  const verify = await fetchJson('/api/worklist/verify');
  const rows = new Map(verify.rows.map((row) => [row.finding.id, row]));
  if (overview.waiting.length === 0 && overview.visits.length === 0) {
    return [empty('目前没有等待现场核验的村级问题，也没有未办结的核验清单。')];
  }
  return [...overview.waiting.map((village) => waiting(village, reload)), ...overview.visits.map((visit) => card(visit, rows, reload))];
});

function waiting(village, reload) {
  return element('section', { className: 'card' },
    element('h2', {}, village.villageName, element('small', {}, ` 有 ${village.count} 个问题等待现场核验`)),
    act('/api/visits', '生成核验清单', [element('div', { className: 'line' }, dayField('拟去核验日期', 'plannedOn'))],
      () => ({ round: village.roundId, organisation: village.organisationId, village: village.villageCode }), reload));
}

function card(visit, rows, reload) {
  const left = visit.rows.filter((row) => row.waiting).length;
  const signed = visit.sheetFile !== undefined && visit.sheetFile !== null;
  const box = element('section', { className: 'card visit' },
    element('h2', {}, `${visit.villageName}：第${visit.number}次现场核验清单`, element('small', {}, ` 共 ${visit.rows.length} 条，待作结论 ${left} 条`)),
    element('p', { className: 'facts' }, signed
      ? `${visit.visitedOn} 已现场核验，签名人员：${visit.participants}`
      : `拟于 ${visit.plannedOn} 核验，制表人：${visit.plannedByName}；带上清单，现场签名后扫描上传一次，各条共用`),
    element('p', { className: 'links' }, fetchWord(`/api/visits/${visit.id}/sheet.docx`, '打印核验清单（Word）'),
      ...(signed ? [fetchWord(`/api/files/${visit.sheetFile}`, '查看签名件')] : [])));
  if (!signed) box.append(...unsigned(visit, reload));
  box.append(element('h3', {}, '逐条作出结论'), ...visit.rows.map((row) => rowOf(row, rows.get(row.findingId), reload)));
  return box;
}

function unsigned(visit, reload) {
  const sheet = element('input', { type: 'hidden', name: 'sheetFile' });
  const control = fileControl({
    caseOf: () => ({ round: visit.roundId, organisation: visit.organisationId }), many: false,
    changed: (ids) => { sheet.value = ids; },
  });
  return [
    element('h3', {}, '上传签名件'),
    act(`/api/visits/${visit.id}/signature`, '提交签名件', [
      element('div', { className: 'line' }, dayField('实际核验日期', 'visitedOn'), textField('现场签名人员', 'participants', true, true)),
      element('fieldset', {}, element('legend', {}, '签名的核验清单（扫描件）', element('span', { className: 'must' }, ' *')), control.box, sheet),
    ], () => ({}), reload),
    element('details', {}, element('summary', {}, '补入新增问题、改期或取消'),
      act(`/api/visits/${visit.id}/renewal`, '补入新增问题', [element('div', { className: 'line' }, dayField('改为哪一天（不改不填）', 'plannedOn', '', false))], () => ({}), reload),
      act(`/api/visits/${visit.id}/cancellation`, '取消本次核验', [element('div', { className: 'line' }, textField('取消的理由', 'reason', true, true))], () => ({}), reload)),
  ];
}

function rowOf(row, task, reload) {
  const mark = row.waiting ? '待作结论' : row.verdict ?? '已退回重报';
  const box = element('details', { className: row.waiting ? 'row' : 'row closed' },
    element('summary', {},
      element('span', { className: 'number' }, `第${row.number}条`),
      element('span', { className: 'title' }, row.title),
      element('span', { className: row.verdict === '已完成' ? 'good' : 'due' }, mark)));
  const facts = element('dl', {});
  for (const [name, value] of [['问题', row.problem], ['整改结果', row.result], ['已完成措施', row.measures], ['佐证材料', row.evidence], ['责任人员', row.person], ['核验理由', row.reason]]) {
    if (value) facts.append(element('dt', {}, name), element('dd', {}, value));
  }
  box.append(element('div', { className: 'body' }, facts, row.waiting && task ? verdict(task, reload) : element('p', {}, row.waiting ? '由其他人员核验' : '')));
  return box;
}

function verdict(task, reload) {
  const button = element('button', { type: 'submit', className: 'primary' }, FORMS.verify.submit);
  const form = element('form', { noValidate: true }, ...FORMS.verify.fields(task.finding), element('div', { className: 'actions' }, button));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    button.disabled = true;
    form.querySelector('.refusal')?.remove();
    const answer = await send('POST', `/api/worklist/rows/${encodeURIComponent(task.taskId)}`, readEntry(form));
    button.disabled = false;
    if (answer.ok) await reload();
    else show(form, answer);
  });
  return form;
}
