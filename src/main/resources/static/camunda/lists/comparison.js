// 对照检查: a member writes about every finding of the own portfolio, aspect by aspect; the Secretary and the supervising
// bodies read. Nobody else is told that there is such a text.
import { act, empty, page, show, textField } from './checking.js';
import { keepTyping } from './autosave.js';
import { element } from './dom.js';
import { area, readEntry } from './forms.js';
import { fetchJson, send } from './http.js';
import { warnOfPersonalData } from '../lib/rectification/personal-data.js';

const wanted = new URLSearchParams(location.search).get('id');

page(async (reload) => {
  if (wanted) return [cardOf(await readOne(), reload)];
  const own = await fetchJson('/api/comparisons');
  const others = (await fetchJson('/api/thematic-meetings'))
    .map((each) => ({ ...each, members: each.members.filter((one) => one.readable && !own.some((mine) => mine.id === one.id)) }))
    .filter((each) => each.members.length > 0);
  if (own.length === 0 && others.length === 0) return [empty('目前没有需要您撰写或查看的对照检查材料。')];
  return [...own.map((each) => cardOf(each, reload)), ...others.map(listOf)];
});

async function readOne() {
  try {
    return await fetchJson(`/api/comparisons/${encodeURIComponent(wanted)}`);
  } catch {
    throw new Error('没有这份对照检查材料，或您无权查看。');
  }
}

function listOf(each) {
  return element('section', { className: 'card' },
    element('h2', {}, each.organisation, element('small', {}, ` 班子成员对照检查材料，已提交 ${each.members.filter((one) => one.written).length} 份`)),
    element('ul', {}, ...each.members.map((one) => element('li', {},
      one.written ? element('a', { href: `comparison.html?id=${encodeURIComponent(one.id)}` }, `${one.name}（${one.office}）`) : `${one.name}（${one.office}）：`,
      one.written ? '' : one.excuse ? `未提交，理由：${one.excuse}` : '尚未提交'))));
}

function cardOf(reading, reload) {
  const count = reading.text.aspects.reduce((sum, part) => sum + part.findings.length, 0);
  const box = element('section', { className: 'card' },
    element('h2', {}, `${reading.name}同志的对照检查材料`, element('small', {}, ` ${reading.organisation}，${reading.office}`)),
    element('p', { className: 'closed-circle' }, '本材料只有本人、党委书记和监督单位可以查看；整改办、系统管理员和其他同志看不到。'),
    element('p', { className: 'facts' }, stateOf(reading), `，涉及分管问题 ${count} 个、${reading.text.aspects.length} 个方面`));
  box.append(reading.writable ? formOf(reading, reload) : element('div', {}, ...reading.text.aspects.map(readPart)));
  if (reading.sha256) box.append(element('p', { className: 'hash' }, `校验码 ${reading.sha256}`));
  box.append(criticisms(reading, reload));
  return box;
}

function stateOf(reading) {
  if (reading.version === 0) return reading.excuse ? `未提交，理由：${reading.excuse}` : '尚未提交';
  return `${reading.writtenAt.replace('T', ' ').slice(0, 16)} 提交${reading.version > 1 ? `（第${reading.version}稿）` : ''}`;
}

const lines = (part) => (part.findings.length === 0 ? [] : [element('ul', {}, ...part.findings.map((one) =>
  element('li', {}, `${one.place}第${one.number}号：`, element('a', { href: `finding.html?id=${encodeURIComponent(one.id)}`, target: '_blank' }, one.title))))]);

function readPart(part) {
  return element('div', { className: 'aspect' }, element('h3', {}, part.aspect), ...lines(part),
    element('dl', {}, element('dt', {}, '根源剖析'), element('dd', { className: 'said' }, part.rootCause ?? '尚未填写'),
      element('dt', {}, '对照检查'), element('dd', { className: 'said' }, part.selfCheck ?? '尚未填写')));
}

function formOf(reading, reload) {
  const parts = reading.text.aspects.map((part, index) => element('div', { className: 'aspect' },
    element('h3', {}, part.aspect), ...lines(part),
    element('input', { type: 'hidden', name: `aspects.${index}.aspect`, value: part.aspect }),
    area('根源剖析（从理想信念、宗旨意识、工作作风等方面找原因）', `aspects.${index}.rootCause`, true, part.rootCause ?? ''),
    area('对照检查（本人有什么责任、什么表现、怎么改）', `aspects.${index}.selfCheck`, true, part.selfCheck ?? '')));
  const button = element('button', { type: 'submit', className: 'primary' }, reading.version === 0 ? '提交对照检查材料' : '重新提交（原稿保留）');
  const form = element('form', { noValidate: true }, ...parts, element('div', { className: 'actions' }, button));
  const typing = keepTyping(form, 'comparison', reading.id, readEntry);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    button.disabled = true;
    form.querySelector('.refusal')?.remove();
    form.querySelectorAll('.wrong').forEach((one) => one.classList.remove('wrong'));
    await typing.rest();
    const answer = await send('POST', `/api/comparisons/${encodeURIComponent(reading.id)}/text`, readEntry(form));
    button.disabled = false;
    if (answer.ok) {
      typing.done();
      await reload();
      return;
    }
    typing.touched();
    show(form, { ...answer, violations: answer.violations.map((one) => ({ ...one, field: one.field.replace(/\[(\d+)\]/g, '.$1') })) });
  });
  return form;
}

function criticisms(reading, reload) {
  const box = element('div', { className: 'criticism' }, element('h3', {}, `批评意见清单（${reading.criticisms.length} 条）`),
    ...reading.criticisms.map((one) => element('dl', {}, element('dt', {}, `${one.position}．${one.critic}`), element('dd', { className: 'said' }, one.content))));
  if (reading.own) {
    box.append(element('details', {}, element('summary', {}, '记入会上收到的批评意见（记入后不能改动）'),
      act(`/api/comparisons/${encodeURIComponent(reading.id)}/criticisms`, '记入', [
        element('div', { className: 'line' }, textField('提出批评意见的同志', 'critic')), area('批评意见', 'content', true)], () => ({}), reload)));
  }
  return box;
}

warnOfPersonalData(document.getElementById('content'));
