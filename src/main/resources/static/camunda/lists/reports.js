// 进展报告: which were sent and received, and, for supervisors, which were not sent by their day.
import { empty, page, table } from './checking.js';
import { element } from './dom.js';
import { fetchJson } from './http.js';
import { waiting } from './moves.js';

page(async () => {
  const overview = await fetchJson('/api/progress-reports');
  const parts = [];
  if (overview.supervisor) parts.push(missing(overview.missing));
  if (overview.sent.length > 0) {
    parts.push(element('h2', {}, overview.supervisor ? '已报送' : '本单位进展报告'));
    parts.push(...overview.sent.map(reportOf));
  } else if (!overview.supervisor) parts.push(empty('目前没有整改进展报告。'));
  return parts;
});

function missing(rows) {
  return element('section', { className: 'card missing-reports' },
    element('h2', {}, '未按期报送'),
    rows.length === 0
      ? element('p', { className: 'facts' }, '目前没有未按期报送的整改进展报告。')
      : table([['单位'], ['巡察', 'middle'], ['期次', 'narrow'], ['应报送日期', 'middle'], ['列入日期', 'middle'], ['目前情况', 'middle']],
        rows.map((row) => [row.organisation, row.round, `第${row.number}期`, element('span', {}, row.dueOn, waiting(row.provisional)), row.missingSince, row.standing])));
}

function reportOf(row) {
  const tags = [];
  if (row.late) tags.push(element('span', { className: 'tag red' }, '迟报'));
  if (row.similarPercent !== undefined) tags.push(element('span', { className: 'tag' }, `与上期相同约${row.similarPercent}%`));
  const box = element('details', { className: 'row report' },
    element('summary', {},
      element('span', { className: 'number' }, `第${row.number}期`),
      element('span', { className: 'title' }, row.organisation),
      ...tags,
      element('span', { className: 'due' }, row.sentAt ? `${momentOf(row.sentAt)} 报送，${receiptWords(row)}` : row.standing)));
  box.addEventListener('toggle', async () => {
    if (!box.open || box.childElementCount > 1) return;
    const body = element('div', { className: 'panelbody' });
    box.append(body);
    try {
      body.append(...contentOf(await fetchJson(`/api/progress-reports/${[row.roundId, row.organisationId, row.number].map(encodeURIComponent).join('/')}`)));
    } catch (problem) {
      body.append(element('p', { className: 'refusal', role: 'alert' }, problem.message));
    }
  });
  return box;
}

const receiptWords = (row) => (row.receipts.length === 2 ? '两家已签收' : row.receipts.length === 1 ? `${row.receipts[0].body}已签收` : '待签收');

function contentOf(detail) {
  const { report, figures } = detail;
  const parts = [
    element('p', { className: 'facts' }, `${report.preparedBy}起草于 ${momentOf(report.preparedAt)}，台账数据截至 ${momentOf(detail.figuresAt)}`
      + `${report.sentAt ? `；${report.sentBy}审定于 ${momentOf(report.sentAt)}` : ''}。应报送日期 ${report.dueOn}${report.provisional ? '（暂定）' : ''}。报送市纪委监委、市委组织部，抄送市委巡察办。`),
    element('p', { className: 'facts' }, `问题总数 ${figures.total}，已销号 ${figures.struckOff}，长期坚持 ${figures.longTerm}，未办结 ${figures.unfinished}，`
      + `其中逾期 ${figures.overdue}、被退回后仍在整改 ${figures.returned}。`),
  ];
  if (detail.similarity) {
    parts.push(element('div', { className: 'advice' }, `与第${detail.similarity.to}期内容基本一致（相同部分约占${detail.similarity.percent}%），请核实。`));
    parts.push(element('div', { className: 'beside' }, textOf('本期报告', detail.content), textOf(`第${detail.similarity.to}期报告`, detail.earlier)));
  } else parts.push(textOf('报告内容', detail.content));
  parts.push(...report.receipts.map((each) =>
    element('p', { className: 'facts' }, `${each.body}：${each.by} ${momentOf(each.at)} 签收${each.remark ? `，${each.remark}` : ''}`)));
  return parts;
}

const textOf = (title, text) => element('section', {}, element('h3', {}, title), element('div', { className: 'reporttext' }, text));
const momentOf = (at) => `${at.slice(0, 10)} ${at.slice(11, 16)}`;
