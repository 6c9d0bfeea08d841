// 填报整改进展: one line per open finding for the report that is being prepared. A line is kept as soon as its field is
// left; a line without a text says that nothing changed.
import { element } from './dom.js';
import { send } from './http.js';
import { numbered } from './draft.js';
import { waiting } from './moves.js';

const LONGEST = 200;

export function progressSections(lists) {
  return lists.flatMap((list) => {
    const own = list.rows.filter((row) => !row.fillIn);
    const others = list.rows.filter((row) => row.fillIn);
    const parts = [
      element('h2', {}, `${list.organisation}第${list.number}期整改进展`, element('small', {}, ` 报告应于${list.dueOn}前报送`, waiting(list.provisional))),
      element('p', { className: 'hint' }, '每条写一两句本期进展即可，离开输入框自动保存；没有变化的不用填。整改办起草报告后本清单关闭。'),
    ];
    if (own.length > 0) parts.push(tableOf(own, list.number));
    if (others.length > 0) parts.push(filledIn(others, list.number, own.length === 0));
    return parts;
  });
}

// Of other people's findings, for those who have no login or cannot use it; both names are shown.
function filledIn(rows, report, open) {
  const box = element('details', { className: 'again', open: open && rows.length <= 30 },
    element('summary', {}, `代村填报（${rows.length}条）：村里已填的不必重复，代填的记明代填人`));
  const build = () => {
    if (box.open && box.childElementCount === 1) box.append(tableOf(rows, report));
  };
  box.addEventListener('toggle', build);
  build();
  return box;
}

function tableOf(rows, report) {
  const body = element('tbody', {});
  let place = null;
  for (const row of rows) {
    if (row.place !== place) {
      place = row.place;
      body.append(element('tr', { className: 'place' }, element('th', { colSpan: 4, scope: 'rowgroup' }, place)));
    }
    body.append(lineOf(row, report));
  }
  return element('table', { className: 'progress' },
    element('thead', {}, element('tr', {}, ...['序号', '问题', '上次填报', '本期进展'].map((each) => element('th', { scope: 'col' }, each)))),
    body);
}

function lineOf(row, report) {
  const now = row.last?.report === report ? row.last : null;
  const last = element('td', { className: 'last' }, ...lastOf(row.last, report));
  const field = element('textarea', { rows: 2, maxLength: LONGEST, value: now?.text ?? '', ariaLabel: `${numbered(row.number)}${row.title}本期进展` });
  const note = element('p', { className: 'draft-note', role: 'status' }, now ? `已填报 ${timeOf(now.at)}` : '');
  let kept = field.value.trim();
  field.addEventListener('change', async () => {
    const text = field.value.trim();
    if (text === kept) return;
    if (text === '') {
      field.value = kept;
      note.textContent = '已填报的内容不能清空；没有变化的请写“无变化”。';
      return;
    }
    note.textContent = '正在保存……';
    const answer = await send('POST', `/api/worklist/progress/${encodeURIComponent(row.findingId)}`, { text });
    field.classList.toggle('wrong', !answer.ok);
    if (answer.ok) kept = text;
    note.className = answer.ok ? 'draft-note' : 'draft-note bad';
    note.textContent = answer.ok ? '已保存' : `未保存：${answer.violations[0]?.message ?? answer.message}`;
  });
  const about = [
    element('a', { href: `finding.html?id=${encodeURIComponent(row.findingId)}`, target: '_blank' }, row.title),
    element('small', {}, `${row.state}，时限${row.dueOn}${row.provisional ? '（暂定）' : ''}${row.fillIn ? `，责任人员${row.person}` : ''}`),
  ];
  return element('tr', {}, element('td', { className: 'number' }, numbered(row.number)), element('td', {}, ...about), last,
    element('td', {}, field, note));
}

// What was written for this report already stands in its field.
function lastOf(last, report) {
  if (!last) return ['尚无'];
  if (last.report === report) return [element('small', {}, `本期已由${last.by}填报`)];
  return [last.text, element('small', {}, `第${last.report}期 ${last.by} ${dayOf(last.at)}`)];
}

const dayOf = (at) => at.slice(0, 10);
const timeOf = (at) => `${at.slice(5, 10)} ${at.slice(11, 16)}`;
