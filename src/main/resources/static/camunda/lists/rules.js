// 期限依据: why every date of a case is what it is.
import { element } from './dom.js';
import { fetchJson } from './http.js';
import { switchCard } from './profile-switch.js';
import { datesOf } from './rule-dates.js';

const content = document.getElementById('content');

async function show(round, place) {
  try {
    const cases = await fetchJson(`/api/inspection-rounds/${encodeURIComponent(round)}/rules`);
    place.replaceChildren(...await switchCard(round, cases, () => show(round, place)), ...cases.flatMap(datesOf));
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
