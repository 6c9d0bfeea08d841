// 市级抽查: drawn with a seed that anybody can draw with again; the result is recorded finding by finding.
import { act, dayField, empty, field, page, table, textField } from './checking.js';
import { element } from './dom.js';
import { fetchJson } from './http.js';

const OUTCOMES = [['HOLDS', '整改属实'], ['NOT_HOLDING', '整改不到位或者反弹'], ['FALSIFIED', '弄虚作假']];

page(async (reload) => {
  const cases = (await fetchJson('/api/samples/cases')).filter((each) => each.toDrawFrom + each.drawn > 0);
  if (cases.length === 0) return [empty('目前没有需要抽查的已销号问题。')];
  const samples = [];
  for (const each of cases) {
    samples.push(await fetchJson(`/api/samples?${new URLSearchParams({ round: each.roundId, organisation: each.organisationId })}`));
  }
  return cases.map((each, index) => card(each, samples[index], reload));
});

function card(each, samples, reload) {
  const box = element('section', { className: 'card' },
    element('h2', {}, each.organisationName),
    element('p', { className: 'facts' }, '尚未纳入抽取 ', element('b', {}, String(each.toDrawFrom)), ' 个，已抽中 ', element('b', {}, String(each.drawn)),
      ' 个，待登记结果 ', element('b', {}, String(each.toLookAt)), ' 个'));
  if (each.mayDraw && each.toDrawFrom > 0) {
    box.append(act('/api/samples', `从尚未纳入的 ${each.toDrawFrom} 个中抽取`, [], () => ({ round: each.roundId, organisation: each.organisationId }), reload));
  }
  box.append(...samples.toReversed().map((sample) => sampleOf(sample, each.mayDraw, reload)));
  return box;
}

function sampleOf(sample, county, reload) {
  const drawn = sample.items.filter((item) => item.drawn);
  return element('div', { className: 'sample' },
    element('h3', {}, `第${sample.number}次抽查：从 ${sample.population} 个中抽中 ${drawn.length} 个`),
    element('p', { className: 'facts' }, `${sample.drawnOn} 由 ${sample.drawnByName} 抽取，种子 `, element('b', { className: 'seed' }, sample.seed)),
    ...drawn.map((item) => itemOf(item, county, reload)),
    check(sample));
}

function itemOf(item, county, reload) {
  const box = element('details', { className: 'row', open: false },
    element('summary', {},
      element('span', { className: 'number' }, `第${item.number}号`),
      element('span', { className: 'title' }, `${item.place}：${item.title}`),
      element('span', { className: 'tag' }, item.rule === 'ALL' ? '全部抽查' : item.pinPoint ? '点穴村加倍' : '比例抽查'),
      element('span', { className: item.outcome === 'HOLDS' ? 'good' : item.outcome ? 'bad' : 'due' }, item.outcomeLabel ?? '待登记结果')));
  if (item.outcome) {
    box.append(element('p', { className: 'facts' }, `${item.lookedOn} ${item.lookedByName}：${item.remark}${item.consequence ? '（已按规定另行处理）' : ''}`));
  } else if (county) {
    box.append(element('div', { className: 'body' }, element('p', {}, ''), result(item, reload)));
  }
  return box;
}

function result(item, reload) {
  const radios = OUTCOMES.map(([value, label]) =>
    element('label', {}, element('input', { type: 'radio', name: 'outcome', value }), label));
  return act(`/api/samples/findings/${item.findingId}`, '登记抽查结果', [
    element('fieldset', {}, element('legend', {}, '抽查结果', element('span', { className: 'must' }, ' *')), element('div', { className: 'choices' }, ...radios)),
    dayField('抽查日期', 'lookedOn'),
    field('抽查情况', element('textarea', { name: 'remark', maxLength: 1000 }), true),
    dayField('复发问题的整改时限（整改不到位或者反弹的必填）', 'dueOn', '', false),
  ], () => ({}), reload);
}

// Anybody may draw again: with the seed of this draw the same findings must come out.
function check(sample) {
  const seed = element('input', { type: 'text', value: sample.seed, maxLength: 16 });
  const note = element('span', { role: 'status' });
  const button = element('button', { type: 'button', className: 'plain' }, '复算');
  button.addEventListener('click', async () => {
    const again = new Set(await fetchJson(`/api/samples/${sample.id}/again?seed=${encodeURIComponent(seed.value.trim())}`));
    const recorded = sample.items.filter((item) => item.drawn);
    const same = again.size === recorded.length && recorded.every((item) => again.has(item.findingId));
    note.textContent = same ? '复算结果与抽取名单一致。' : '复算结果与抽取名单不同：种子不是本次抽取所用。';
    note.className = same ? 'good' : 'bad';
  });
  return element('details', { className: 'again' }, element('summary', {}, '复算和全部名单'),
    element('p', { className: 'facts' }, '每个村内按“种子：村编码/序号”的 SHA-256 从小到大取前十分之一（不足一个的取一个，点穴村加倍），任何人可用同一种子自行计算。'),
    element('div', { className: 'line' }, field('种子', seed), button, note),
    table([['单位', 'middle'], ['编码'], ['校验值（SHA-256）'], ['是否抽中', 'narrow']],
      sample.items.map((item) => [item.place, item.key, item.hash.slice(0, 16) + '…', item.drawn ? '抽中' : ''])));
}
