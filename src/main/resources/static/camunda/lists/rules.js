// 期限依据: why every date of a case is what it is.
import { element } from './dom.js';
import { fetchJson } from './http.js';
import { day, table } from './moves.js';
import { switchCard } from './profile-switch.js';

const content = document.getElementById('content');

function how(line) {
  return element('details', { className: 'how' }, element('summary', {}, '推算过程'),
    element('ol', {}, ...line.steps.map((step) => element('li', {}, step))));
}

function row(line) {
  const marks = [line.merged ? element('span', { className: 'tag' }, '并入整改报告') : '', line.past ? element('span', { className: 'tag' }, '已过') : ''];
  const source = [line.clause, line.rule].filter(Boolean).join('、') || '未规定';
  return [element('td', { className: line.past ? 'over' : '' }, line.label, ' ', ...marks), day(line.date, line.provisional), source, line.certainty, element('td', {}, how(line))];
}

function oneCase(one) {
  return [
    element('h2', {}, `${one.name} `, element('small', {}, `${one.profileName} · 第0日：${one.feedbackOn}（${one.dayZero}）`)),
    table(['期限', '日期', '依据', '效力', '推算'], one.dates.map(row), `dates-${one.organisation}`)];
}

async function show(round, place) {
  try {
    const cases = await fetchJson(`/api/inspection-rounds/${encodeURIComponent(round)}/rules`);
    place.replaceChildren(...await switchCard(round, cases, () => show(round, place)), ...cases.flatMap(oneCase));
  } catch (problem) {
    place.replaceChildren(element('p', { className: 'empty' }, problem.message));
  }
}

async function start() {
  try {
    const rounds = await fetchJson('/api/ledger/rounds');
    if (rounds.length === 0) {
      content.replaceChildren(element('p', { className: 'empty' }, '还没有可查看的巡察轮次。'));
      return;
    }
    const place = element('div', {});
    const wanted = new URLSearchParams(location.search).get('round');
    const choice = element('select', { id: 'round' }, ...rounds.map((each) => element('option', { value: each.id }, each.label)));
    if (rounds.some((each) => each.id === wanted)) choice.value = wanted;
    choice.addEventListener('change', () => show(choice.value, place));
    content.replaceChildren(
      element('section', { className: 'card' }, element('p', { className: 'soft' }, '标有“本地默认”的期限不是法定期限，由本系统按外地做法或通行做法取值。标有“暂定”的日期可能调整。'),
        element('div', { className: 'steps' }, element('label', { htmlFor: 'round' }, '巡察轮次'), choice)), place);
    await show(choice.value, place);
  } catch (problem) {
    content.replaceChildren(element('p', { className: 'empty' }, problem.message));
  }
}

start();
