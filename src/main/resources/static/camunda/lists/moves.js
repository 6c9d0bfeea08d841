// What a change of the calendar or of the rules would move: shown before anything is saved.
import { element } from './dom.js';

export const waiting = (provisional) => (provisional ? element('span', { className: 'tag wait', title: '放假安排尚未公布或取决于后续事项，日期可能调整' }, '暂定') : '');

export function table(head, rows, id) {
  return element('table', { className: 'plain', id },
    element('thead', {}, element('tr', {}, ...head.map((text) => element('th', { scope: 'col' }, text)))),
    element('tbody', {}, ...rows.map((row) => element('tr', {}, ...row.map((cell) => (cell instanceof HTMLTableCellElement ? cell : element('td', {}, cell)))))));
}

export const day = (date, provisional) => element('td', { className: 'day' }, date ?? '无', waiting(provisional));

export function movesTable(moves) {
  const sums = element('div', { className: 'sum' },
    element('span', {}, '日期变动 ', element('b', {}, String(moves.moves.length))),
    element('span', {}, '待办任务 ', element('b', {}, String(moves.tasks))),
    element('span', {}, '定时提醒 ', element('b', {}, String(moves.timers))));
  if (moves.moves.length === 0) return [sums, element('p', { className: 'soft' }, '没有需要调整的日期。')];
  return [sums, table(['党组织', '事项', '原日期', '新日期'],
    moves.moves.map((each) => [each.organisation, each.what, day(each.from, false), day(each.to, each.provisional)]), 'moves')];
}

export const refusal = (sentences) => element('div', { className: 'refusal', role: 'alert' }, ...sentences.map((each) => element('p', {}, each)));
