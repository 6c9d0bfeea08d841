// One finding on one page, section by section. What other parts of the application know of it comes as sections of
// columns and rows, and is shown without this page knowing what it is.
import { element } from './dom.js';
import { waiting } from './moves.js';
import { moment } from './dates.js';
import { area } from './forms.js';
import { send } from './http.js';

const page = document.getElementById('finding');

async function start() {
  const id = new URLSearchParams(location.search).get('id') ?? '';
  let answer;
  try {
    answer = await fetch(`/api/findings/${encodeURIComponent(id)}`, {
      credentials: 'same-origin', headers: { Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest' },
    });
  } catch {
    return empty('网络不通，请检查网络后重试。');
  }
  if (answer.status === 401) return empty('登录已失效，请先在任务列表登录，再打开本页。');
  if (answer.status === 404 || id === '') return empty('没有这个问题，或者您没有查看的权限。');
  if (!answer.ok) return empty('读取失败，请稍后刷新重试。');
  return show(await answer.json());
}

function empty(text) {
  page.replaceChildren(element('p', { className: 'empty' }, text));
}

function show(detail) {
  const { finding } = detail;
  document.title = `${finding.title} · 巡察整改`;
  document.getElementById('place').textContent = `${finding.organisationName} · ${finding.villageName ?? '镇本级'} · 第${finding.number}号`;
  const at = new URLSearchParams({ round: finding.round, organisation: finding.organisation });
  document.getElementById('ledger').href = `/camunda/lists/ledger.html?${at}`;
  const sections = [
    problem(finding), immediate(detail), plan(detail), dates(detail), measureReports(detail), result(detail), claims(detail.claims), evidence(detail.evidence),
    coOwners(detail.coOwners), officeHolders(detail.officeHolders), ...(detail.sections ?? []).map(foreign),
    versions(detail.planVersions), warnings(detail.warnings), links(detail.links), moves(detail.moves),
  ].filter(Boolean);
  page.replaceChildren(heading(finding),
    element('nav', { className: 'anchors', ariaLabel: '本页内容' },
      ...sections.map((section) => element('a', { href: `#${section.id}` }, section.querySelector('h2').textContent))),
    ...sections);
}

function heading(finding) {
  const tags = [element('span', { className: 'tag' }, finding.stateLabel)];
  if (finding.keyConcern) tags.push(element('span', { className: 'tag red' }, '重点关注'));
  if (finding.immediate) tags.push(element('span', { className: 'tag' }, '立行立改'));
  if (finding.origin !== 'INSPECTION') tags.push(element('span', { className: 'tag red' }, `${finding.originLabel}问题`));
  if (finding.returns > 0) tags.push(element('span', { className: 'tag red' }, `退回${finding.returns}次`));
  if (finding.ageing) tags.push(element('span', { className: finding.overdue ? 'late' : '' }, `${finding.dueOn} 到期，${finding.ageing}`, waiting(finding.provisional)));
  tags.push(element('a', { href: `rules.html?round=${encodeURIComponent(finding.round)}` }, '期限依据'));
  if (finding.colour) tags.push(element('span', { className: `warn ${finding.colour}` }, finding.colourLabel));
  return element('div', {}, element('h2', {}, finding.title), element('div', { className: 'facts' }, ...tags));
}

function section(id, title, ...content) {
  return element('section', { id }, element('h2', {}, title), ...content);
}

// Short facts stand two in a line, long texts have a line of their own; what is not there is left out.
function pairs(...entries) {
  const list = element('dl', { className: 'pairs' });
  for (const [name, value, whole] of entries) {
    if (value === undefined || value === null || value === '') continue;
    const text = element('dd', { className: whole ? 'whole' : '' }, String(value));
    const term = element('dt', {}, name);
    if (whole) term.style.gridColumn = '1';
    list.append(term, text);
  }
  return list;
}

function table(columns, rows, widths = []) {
  return element('table', { className: 'ledger' },
    element('colgroup', {}, ...columns.map((name, index) => {
      const column = element('col', {});
      if (widths[index]) column.style.width = widths[index];
      return column;
    })),
    element('thead', {}, element('tr', {}, ...columns.map((name) => element('th', { scope: 'col' }, name)))),
    element('tbody', {}, ...rows.map((cells) => element('tr', {}, ...cells.map((cell) => element('td', {}, cell ?? ''))))));
}

function problem(finding) {
  return section('problem', '反馈问题', pairs(
    ['具体问题', finding.problem, true],
    ['整改意见', finding.opinion, true],
    ['问题类别', finding.areaLabel], ['方面', finding.aspect],
    ['问题来源', finding.sourceLabel], ['原问题日期', finding.originDate], ['原文号', finding.originNumber]));
}

function plan({ finding, plan: line }) {
  const owners = pairs(
    ['责任领导', finding.leader ?? '未明确'], ['责任人员', finding.person ?? '未明确'],
    ['责任党支部（办、站、所）', finding.branch ?? '未明确', true]);
  if (!line) return section('plan', '整改方案', owners, element('p', { className: 'soft' }, '尚未分解编制方案。'));
  const measures = (line.measures ?? []).map((each, index) =>
    [String(index + 1), each.horizon === 'LASTING' ? '长久立' : '当下改', each.text, each.dueOn ?? line.dueOn]);
  return section('plan', '整改方案',
    pairs(['具体问题', finding.problem, true], ['共性问题', line.common, true], ['整改目标', line.goal ?? '未填写', true], ['整改时限', line.dueOn]),
    owners,
    measures.length > 0 ? table(['序号', '类别', '整改措施', '时限'], measures, ['60px', '90px', '', '120px']) : element('p', { className: 'soft' }, '整改措施尚未填写。'),
    pairs(['没有当下改措施的理由', line.noNowReason, true], ['没有长久立措施的理由', line.noLastingReason, true],
      ['根源剖析', line.rootCause, true], ['举一反三排查情况', line.similarCheck, true], ['责任人员层级说明', line.ownerReason, true],
      ['编制人', line.filledInBy ? `${line.drafter}（${line.filledInBy} 代填）` : line.drafter]));
}

// A notice that was issued during the inspection is handed over with its day, its number and what came of it so far.
function immediate({ immediate: of, finding }) {
  if (!of) return null;
  return section('immediate', '立行立改通知', pairs(
    ['通知文号', of.number ?? '未填写'], ['通知日期', of.issuedOn ?? '未填写'], ['通知期限', of.dueOn],
    ['登记日期', of.resultOn], ['办理情况', of.result ?? '尚未登记', true]), of.mayRecord ? recording(of, finding) : '');
}

function recording(of, finding) {
  const words = area('办理情况（截至今天）', 'text', true, of.result ?? '');
  words.querySelector('textarea').maxLength = 1000;
  const refused = element('div', {});
  const button = element('button', { type: 'submit', className: 'primary' }, '保存');
  const form = element('form', { className: 'recording', noValidate: true }, refused, words, element('div', { className: 'actions' }, button));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    button.disabled = true;
    const answer = await send('POST', `/api/findings/${encodeURIComponent(finding.id)}/immediate-result`, { text: form.elements.text.value.trim() });
    button.disabled = false;
    if (answer.ok) start();
    else refused.replaceChildren(element('div', { className: 'refusal', role: 'alert' }, element('p', {}, answer.message)));
  });
  return element('details', {}, element('summary', {}, of.result ? '更新办理情况' : '登记办理情况'), form);
}

function dates({ dates: of, finding }) {
  return section('dates', '时限', pairs(
    ['原定时限', of.original], ['现行时限', `${of.current}${finding.provisional ? '（暂定）' : ''}`], ['调整次数', `${of.changes}次`], ['时效', finding.ageing],
    ['销号日期', finding.struckOffOn], ['下次复查日期', finding.nextReviewOn]));
}

function result({ result: of }) {
  if (!of) return null;
  const measures = (of.measures ?? []).map((each) =>
    [each.kind === 'LASTING' ? '长久立' : '当下改', `${each.text}${each.accountabilityOnly ? '（仅问责下级）' : ''}`]);
  return section('result', '整改结果和核验',
    pairs(['整改结果', of.text, true]),
    measures.length > 0 ? table(['类别', '已完成措施'], measures, ['90px']) : '',
    pairs(['填报人', of.filledInBy ? `${of.doer}（${of.filledInBy} 代填）` : of.doer], ['审核人', of.reviewers],
      ['挽回资金（元）', of.claimedAmount],
      ['核验结论', of.verdict], ['核验人', of.verifier], ['复核人', of.confirmer]));
}

const STANDING = { CLAIMED: '申报', ACCEPTED: '已核验', RETURNED: '随结果退回', WITHDRAWN: '已撤回' };
const LEVELS = { OPEN: '公开', INTERNAL: '内部' };

function measureReports({ measureReports: all, names }) {
  if (all.length === 0) return null;
  const who = (each) => {
    const name = names[each.doneBy] ?? each.doneBy;
    return each.filledInBy ? `${name}（${names[each.filledInBy] ?? each.filledInBy} 代填）` : name;
  };
  return section('measure-reports', '措施落实情况', table(['类别', '措施', '完成日期', '落实情况', '填报人', '备注'], all.map((each) =>
    [each.horizon === 'LASTING' ? '长久立' : '当下改', each.text, each.doneOn, each.report, who(each),
      each.withdrawnAt ? `已撤回：${each.withdrawalReason}` : each.accountabilityOnly ? '仅问责下级' : '']), ['90px', '', '120px', '', '140px', '140px']));
}

function claims(all) {
  if (all.length === 0) return null;
  return section('claims', '整改成效', table(['成效', '数量', '说明', '状态', '申报人', '佐证'], all.map((each) =>
    [each.label, `${each.quantity}${each.unit}`, each.text, STANDING[each.standing], each.claimedBy, files(each.files)]),
  ['130px', '100px', '', '110px', '110px', '220px']));
}

function evidence(all) {
  if (all.length === 0) return null;
  return section('evidence', '佐证材料', table(['种类', '反映日期', '文件', '对应措施', '提交人', '同一文件还用于'], all.map((each) =>
    [each.label, each.representsOn, each.file ? files([each.file]) : `纸质材料 ${each.documentNumber}`, each.measure, each.givenBy, each.alsoAt.join('\n')]),
  ['110px', '120px', '', '', '110px', '180px']));
}

function files(cards) {
  return element('span', {}, ...cards.flatMap((card) => [
    element('a', { href: `/api/files/${encodeURIComponent(card.id)}` }, card.name), `（${LEVELS[card.level]}）`, element('br', {})]));
}

function coOwners(all) {
  if (all.length === 0) return null;
  return section('co-owners', '配合责任人', table(['姓名', '分工', '状态', '说明'], all.map((each) =>
    [each.name, each.part, each.releasedAt ? '已调出' : each.confirmedAt ? `已完成${each.confirmedBy ? `（${each.confirmedBy}代行）` : ''}` : '未完成', each.releaseReason ?? each.confirmation]),
  ['140px', '', '100px', '']));
}

function officeHolders(all) {
  if (all.length === 0) return null;
  return section('office-holders', '任职情况', table(['职务', '姓名', '任职起', '任职止', '交接'], all.map((each) =>
    [each.office, each.name, each.since, each.until ?? '在任', each.handover])));
}

function foreign(part) {
  return section(part.key, part.title, table(part.columns, part.rows.map((cells) => cells.map((cell) =>
    (cell.link ? element('a', { href: cell.link }, cell.text ?? '') : cell.text)))));
}

function versions(all) {
  if (all.length === 0) return null;
  return section('versions', '方案版本', ...all.map(({ version, documentNumber, issuedOn, content }) =>
    element('details', {}, element('summary', {}, `第${version}版 ${documentNumber} ${issuedOn}`),
      pairs(['整改目标', content.goal, true], ['整改时限', content.dueOn], ['责任党支部（办、站、所）', content.branch],
        ['整改措施', (content.measures ?? []).map((each, index) =>
          `${index + 1}.【${each.horizon === 'LASTING' ? '长久立' : '当下改'}】${each.text}${each.dueOn ? `（${each.dueOn}）` : ''}`).join('\n'), true],
        ['根源剖析', content.rootCause, true], ['举一反三排查情况', content.similarCheck, true]))));
}

function warnings(all) {
  if (all.length === 0) return null;
  return section('warnings', '提醒和预警', table(['时间', '提醒', '针对', '送达'], all.map((each) =>
    [moment(each.at), each.label, /^\d{4}-/.test(each.occasion) ? `时限 ${each.occasion}` : `第${each.occasion}次退回`, each.recipients]), ['150px', '140px', '170px']));
}

function links(all) {
  if (all.length === 0) return null;
  return section('links', '关联问题', table(['关系', '问题'], all.map((each) =>
    [each.relation, element('a', { href: `finding.html?id=${encodeURIComponent(each.finding)}` }, each.label)])));
}

function moves(all) {
  if (all.length === 0) return null;
  const changed = (each) => each.changes.map((change) =>
    `${change.label}：${change.before ? `${change.before} → ` : ''}${change.after || '（空）'}`).join('\n');
  return section('moves', '办理过程', table(['时间', '办理人', '事项', '变化', '说明'], all.map((each) =>
    [moment(each.at), each.actorName, each.label, changed(each), each.note]), ['150px', '110px', '140px', '', '280px']));
}

start();
