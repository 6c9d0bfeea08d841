// 销号清单: struck-off findings are put on the next list and noted by the leading group, batch by batch.
import { act, dayField, empty, fetchWord, page, table, textField } from './checking.js';
import { element } from './dom.js';
import { fileControl } from './files.js';
import { fetchJson } from './http.js';

page(async (reload) => {
  const cases = await fetchJson('/api/batches/counts');
  if (cases.length === 0) return [empty('目前没有已销号的问题。')];
  const lists = [];
  for (const each of cases) lists.push(await fetchJson(`/api/batches?${query(each)}`));
  return cases.map((each, index) => card(each, lists[index], reload));
});

const query = (each) => new URLSearchParams({ round: each.roundId, organisation: each.organisationId });

function card(each, batches, reload) {
  const box = element('section', { className: 'card' },
    element('h2', {}, each.organisationName),
    element('p', { className: 'facts' }, '已销号 ', element('b', {}, String(each.struckOff)), ' 个，已列入清单 ', element('b', {}, String(each.listed)),
      ' 个，会议已通报 ', element('b', {}, String(each.noted)), ' 个，尚未列入 ', element('b', {}, String(each.unlisted)), ' 个'));
  if (each.mayList && each.unlisted > 0) {
    box.append(act('/api/batches', `将尚未列入的 ${each.unlisted} 个列入下一批`, [], () => ({ round: each.roundId, organisation: each.organisationId }), reload));
  }
  box.append(villages(each, batches), ...batches.toReversed().map((batch) => batchOf(batch, each.mayList, reload)));
  return box;
}

function villages(each, batches) {
  const places = new Map(batches.flatMap((batch) => batch.rows).map((row) => [row.villageCode ?? '', row.place]));
  return element('p', { className: 'links' }, ...[...places].map(([code, place]) =>
    fetchWord(`/api/slips.docx?${query(each)}${code ? `&village=${encodeURIComponent(code)}` : ''}`, `${place}的对账销号表（Word）`)));
}

function batchOf(batch, clerk, reload) {
  const box = element('div', { className: 'batch' },
    element('h3', {}, `第${batch.number}批，共 ${batch.rows.length} 个问题`),
    element('p', { className: 'facts' }, batch.metOn ? `领导小组会议已通报：${batch.metOn}，纪要编号 ${batch.minutesNumber}` : '待镇党委巡察整改工作领导小组会议通报'),
    element('p', { className: 'links' }, fetchWord(`/api/batches/${batch.id}.docx`, '打印销号清单（Word）'),
      fetchWord(`/api/slips.docx?batch=${batch.id}`, '打印本批对账销号表（Word，一问题一表）'),
      ...(batch.minutesFile ? [fetchWord(`/api/files/${batch.minutesFile}`, '查看会议纪要')] : [])));
  if (!batch.metOn && clerk) box.append(noting(batch, reload));
  box.append(table([['单位', 'middle'], ['问题编号', 'narrow'], ['问题'], ['责任领导', 'narrow'], ['核验人', 'narrow'], ['销号日期', 'narrow'], ['对账销号表', 'narrow']],
    batch.rows.map((row) => [row.place, `第${row.number}号`, row.title, row.leader, row.verifier, row.struckOffOn,
      fetchWord(`/api/findings/${row.findingId}/slip.docx`, '打印')])));
  return box;
}

function noting(batch, reload) {
  const minutes = element('input', { type: 'hidden', name: 'minutesFile' });
  const control = fileControl({
    caseOf: () => ({ round: batch.roundId, organisation: batch.organisationId }), many: false,
    changed: (ids) => { minutes.value = ids; },
  });
  return act(`/api/batches/${batch.id}/noting`, '登记会议通报', [
    element('div', { className: 'line' }, dayField('会议日期', 'metOn'), textField('会议纪要编号', 'minutesNumber')),
    element('fieldset', {}, element('legend', {}, '会议纪要', element('span', { className: 'must' }, ' *')), control.box, minutes),
  ], () => ({}), reload);
}
