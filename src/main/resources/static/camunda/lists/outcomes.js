// 整改成效: only what a verification accepted counts; what is merely claimed stands beside it.
import { element } from './dom.js';
import { fetchJson } from './http.js';

const main = document.getElementById('outcomes');
const figure = (value, unit) => `${Number(value).toLocaleString('zh-CN')}${unit}`;

function table(one) {
  const head = element('tr', {}, ...['成效', '已核验', '涉及问题', '申报待核验（不计入）'].map((text) => element('th', { scope: 'col' }, text)));
  const rows = one.outcomes.map((each) => element('tr', {},
    element('th', { scope: 'row' }, each.label),
    element('td', {}, figure(each.accepted, each.unit)),
    element('td', {}, `${each.findings}个`),
    element('td', {}, figure(each.claimed, each.unit))));
  return element('table', { className: 'figures' }, element('thead', {}, head), element('tbody', {}, ...rows));
}

async function start() {
  try {
    const cases = await fetchJson(`/api/outcomes${location.search}`);
    if (cases.length === 0) {
      main.replaceChildren(element('p', { className: 'empty' }, '还没有申报的整改成效。'));
      return;
    }
    main.replaceChildren(...cases.flatMap((one) => [element('h2', {}, `${one.organisation} `, element('small', {}, one.round)), table(one)]));
  } catch (problem) {
    main.replaceChildren(element('p', { className: 'empty' }, problem.message));
  }
}

start();
