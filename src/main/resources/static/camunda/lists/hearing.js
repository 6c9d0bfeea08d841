// 集中听取: the day and how it came about, the pack, what the three bodies said, the conclusion, and what is followed up.
import { act, empty, fetchWord, field, page, table, textField } from './checking.js';
import { element } from './dom.js';
import { fetchJson } from './http.js';
import { waiting } from './moves.js';

page(async (reload) => {
  const sheets = await fetchJson('/api/hearings');
  return sheets.length === 0 ? [empty('目前没有需要集中听取的轮次。')] : sheets.map((sheet) => card(sheet, reload));
});

function card(sheet, reload) {
  const base = `/api/hearings/${[sheet.roundId, sheet.organisationId].map(encodeURIComponent).join('/')}`;
  const box = element('section', { className: 'card hearing' },
    element('h2', {}, sheet.organisation),
    element('p', { className: 'facts' }, `${sheet.round}。集中听取日期 `, element('b', {}, sheet.plannedOn), waiting(sheet.provisional),
      sheet.plannedOn === sheet.computedOn ? '（规定日期）' : `（规定日期 ${sheet.computedOn}，经协商调整）`),
    element('p', { className: 'links' }, fetchWord(`${base}/pack.docx`, '下载集中听取材料（Word）')));
  if (sheet.days.length > 0) box.append(element('h3', {}, '日期和邀请'), table(
    [['次序', 'narrow'], ['日期', 'middle'], ['原定日期', 'middle'], ['理由'], ['邀请三家', 'middle'], ['登记', 'middle']],
    sheet.days.map((day) => [String(day.number), day.day, day.previousDay, day.reason, day.place ? `已邀请，${day.place}` : '尚未邀请',
      `${day.setBy} ${momentOf(day.setAt)}`])));
  if (sheet.allowed.length > 0) box.append(moving(sheet, base, reload));
  box.append(...opinions(sheet), ...recorded(sheet), ...advised(sheet), ...followed(sheet));
  return box;
}

function moving(sheet, base, reload) {
  const choice = element('select', { name: 'plannedOn' }, element('option', { value: '' }, '请选择'),
    ...sheet.allowed.filter((day) => day !== sheet.plannedOn).map((day) => element('option', { value: day }, day)));
  const more = element('details', { className: 'row moving' }, element('summary', {}, '经协商调整日期'));
  more.append(element('div', { className: 'panelbody' }, act(`${base}/day`, '调整日期并重新邀请三家', [
    element('p', { className: 'facts' }, '规定日期前后5个工作日内的工作日可选（本地默认）；已经邀请的，重新邀请同样的三家，原定日期保留。'),
    element('div', { className: 'line' }, field('调整为', choice, true), textField('会议地点（不变的不填）', 'place', false)),
    textField('调整理由', 'reason', true, true),
  ], () => ({}), reload)));
  return more;
}

function opinions(sheet) {
  if (sheet.opinions.length === 0 && !sheet.recorded) return [];
  const parts = [element('h3', {}, '三家意见')];
  for (const said of sheet.opinions) {
    parts.push(element('p', {}, element('b', {}, `${said.heading}：`), said.text ?? '已提出意见，三家意见齐全后显示。', ' ',
      ...(said.paperFile ? [fetchWord(`/api/files/${said.paperFile}`, '查看扫描件')] : [])));
  }
  if (sheet.silent > 0) parts.push(element('p', { className: 'facts' }, `还有${sheet.silent}家尚未提出意见。`));
  return parts;
}

function recorded(sheet) {
  if (!sheet.recorded) return [];
  const { heldOn, minutesNumber, minutesFile, conclusion } = sheet.recorded;
  const parts = [element('h3', {}, '会议纪要和结论'),
    element('p', {}, `${heldOn} 召开，会议纪要 ${minutesNumber} `, ...(minutesFile ? [fetchWord(`/api/files/${minutesFile}`, '查看会议纪要')] : [])),
    element('p', {}, '总体结论：', element('b', {}, conclusion ?? '未登记'))];
  if (sheet.conclusions.length > 0) parts.push(table([['单位', 'middle'], ['编号', 'narrow'], ['问题'], ['结论', 'middle'], ['说明']],
    sheet.conclusions.map((row) => [row.place, `第${row.number}号`, row.title, row.conclusion, row.note])));
  if (sheet.declined.length > 0) parts.push(element('h3', {}, '不跟进的问题和理由'),
    table([['问题和薄弱环节'], ['不跟进的理由']], sheet.declined.map((row) => [row.description, row.reason])));
  return parts;
}

function advised(sheet) {
  if (sheet.advice.length === 0) return [];
  return [element('details', { className: 'row advised' },
    element('summary', {}, `系统逐项研判建议（仅供参考，不代表三家意见），共${sheet.advice.length}项`),
    table([['单位', 'middle'], ['编号', 'narrow'], ['问题'], ['建议', 'middle'], ['理由']],
      sheet.advice.map((row) => [row.place, `第${row.number}号`, row.title, row.advice, row.reason])))];
}

function followed(sheet) {
  if (sheet.followUps.length === 0) return [];
  return [element('h3', {}, '跟进事项'), table(
    [['事项'], ['承办人', 'middle'], ['完成时限', 'middle'], ['目前情况', 'middle'], ['办理情况'], ['意见', 'middle']],
    sheet.followUps.map((row) => [row.description, row.owner, row.dueOn, row.standing,
      element('span', {}, row.answer ?? '', ' ', ...(row.evidenceFile ? [fetchWord(`/api/files/${row.evidenceFile}`, '佐证材料')] : [])), row.remark]))];
}

const momentOf = (at) => `${at.slice(0, 10)} ${at.slice(11, 16)}`;
