// What the archiving gate would name right now, one by one, before anybody tries.
import { fetchJson } from './http.js';
import { element } from './dom.js';

const place = document.getElementById('missing');
const asked = new URLSearchParams(location.search);

async function start() {
  try {
    const round = await fetchJson(`/api/inspection-rounds/${encodeURIComponent(asked.get('round') ?? '')}`);
    const chosen = round.organisations.filter((each) => !asked.get('organisation') || each.code === asked.get('organisation'));
    place.replaceChildren(...chosen.flatMap(sectionOf));
  } catch (problem) {
    place.replaceChildren(element('p', { className: 'empty' }, problem.message));
  }
}

function sectionOf(organisation) {
  const left = organisation.missing;
  const head = element('h2', {}, organisation.name, element('small', {}, left.length > 0 ? ` 还缺 ${left.length} 项` : ' 材料齐全，可以归档'));
  return [head, element('ol', { className: 'missing' }, ...left.map((each) => element('li', {}, each)))];
}

start();
