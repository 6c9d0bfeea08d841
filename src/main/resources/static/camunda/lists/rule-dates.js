// Every date of a case with why it is what it is; on the page of the rule clock, and beside a running case in Cockpit.
import { element } from './dom.js';
import { day, table } from './moves.js';

function how(line) {
  return element('details', { className: 'how' }, element('summary', {}, '推算过程'),
    element('ol', {}, ...line.steps.map((step) => element('li', {}, step))));
}

function row(line) {
  const marks = [line.merged ? element('span', { className: 'tag' }, '并入整改报告') : '', line.past ? element('span', { className: 'tag' }, '已过') : ''];
  const source = [line.clause, line.rule].filter(Boolean).join('、') || '未规定';
  return [element('td', { className: line.past ? 'over' : '' }, line.label, ' ', ...marks), day(line.date, line.provisional), source, line.certainty, element('td', {}, how(line))];
}

export function datesOf(one) {
  return [
    element('h2', {}, `${one.name} `, element('small', {}, `${one.profileName} · 第0日：${one.feedbackOn}（${one.dayZero}）`)),
    table(['期限', '日期', '依据', '效力', '推算'], one.dates.map(row), `dates-${one.organisation}`)];
}
