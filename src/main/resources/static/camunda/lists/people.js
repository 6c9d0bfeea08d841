// 人员和分工: the list of people in and out as Excel. First what is wrong or would change, and only then the change.
import { fetchJson, sendForm } from './http.js';
import { element } from './dom.js';

const content = document.getElementById('content');
const KINDS = { NEW: '新增', CHANGED: '变更', ENDED: '终止', DEACTIVATED: '离岗' };

async function start() {
  try {
    const register = await fetchJson('/api/people', { forbidden: null });
    document.getElementById('accounts').hidden = register === null;
    content.replaceChildren(...(register === null ? [element('p', { className: 'hint' }, '人员和分工由系统管理员维护，此处可以查看变动记录。')] : maintenance(register)),
      element('h2', {}, '变动记录'), trailTable(await fetchJson('/api/people/trail')));
  } catch (problem) {
    content.replaceChildren(element('p', { className: 'empty' }, problem.message));
  }
}

const maintenance = (register) => [
  importCard(), element('h2', {}, '现有人员', element('small', {}, ` 共 ${register.people.length} 人`)), peopleTable(register)];

function importCard() {
  // The browser's own control speaks the browser's language.
  const file = element('input', { type: 'file', accept: '.xlsx', id: 'file', hidden: true });
  const pick = element('button', { type: 'button', className: 'plain' }, '选择填写好的文件');
  const chosen = element('span', { className: 'soft' }, '尚未选择');
  pick.addEventListener('click', () => file.click());
  file.addEventListener('change', () => {
    chosen.textContent = file.files[0]?.name ?? '尚未选择';
  });
  const check = element('button', { type: 'button', className: 'primary' }, '核对');
  const answer = element('div', { id: 'answer' });
  check.addEventListener('click', async () => {
    if (!file.files[0]) {
      answer.replaceChildren(refusal(['请先选择填写好的文件。']));
      return;
    }
    check.disabled = true;
    const preview = await sendForm('/api/people/preview', { file: file.files[0] });
    check.disabled = false;
    if (!preview.ok) answer.replaceChildren(refusal([preview.message]));
    else showPreview(answer, file.files[0], preview.content);
  });
  return element('section', { className: 'card' },
    element('p', { className: 'soft' }, '单位、村居、人员、分工和对接联系人都在一个文件中维护。上传后先显示核对结果和将发生的变动，确认之前不保存任何数据。'),
    element('div', { className: 'steps' },
      element('a', { href: '/api/people/template.xlsx' }, '下载空白模板'),
      element('a', { href: '/api/people/register.xlsx' }, '下载现有人员和分工'),
      pick, chosen, file, check),
    answer);
}

function showPreview(answer, file, preview) {
  if (!preview.valid) {
    answer.replaceChildren(
      element('div', { className: 'sum' }, element('span', {}, element('b', {}, String(preview.errors.length)), ' 处需要改正，未保存任何数据')),
      table(['表', '行', '栏目', '原因'], preview.errors.map((each) => [each.sheet ?? '', each.row > 0 ? String(each.row) : '', each.column ?? '', each.message]), 'errors'));
    return;
  }
  if (preview.changes.length === 0) {
    answer.replaceChildren(element('p', { className: 'empty' }, '与现有登记完全一致，没有变动。'));
    return;
  }
  const confirm = element('button', { type: 'button', className: 'primary' }, '确认保存');
  confirm.addEventListener('click', async () => {
    confirm.disabled = true;
    const saved = await sendForm('/api/people/import', { file, fingerprint: preview.fingerprint });
    if (saved.ok) showSaved(answer, saved.content);
    else {
      confirm.disabled = false;
      answer.prepend(refusal([saved.message]));
    }
  });
  answer.replaceChildren(sums(preview.changes), changesTable(preview.changes), element('div', { className: 'actions' }, confirm));
}

function sums(changes) {
  const counts = Object.entries(KINDS).map(([kind, word]) =>
    element('span', {}, `${word} `, element('b', {}, String(changes.filter((each) => each.kind === kind).length))));
  return element('div', { className: 'sum' }, ...counts);
}

const changesTable = (changes) => table(['变动', '内容', '说明'], changes.map((each) => [KINDS[each.kind], each.subject, each.text]), 'changes');

function showSaved(answer, saved) {
  const parts = [element('p', { role: 'status' }, `已保存 ${saved.changes.length} 处变动。`)];
  if (saved.newcomers.length > 0) {
    const download = element('button', { type: 'button', className: 'primary' }, '下载初始密码表');
    download.addEventListener('click', () => downloadPasswords(saved.newcomers));
    parts.push(element('div', { className: 'secret' },
      element('p', {}, `${saved.newcomers.length} 名人员的初始密码只在这里显示一次，请下载后当面交给本人，本人首次登录后必须修改。`), download));
  }
  answer.replaceChildren(...parts, changesTable(saved.changes));
}

function downloadPasswords(newcomers) {
  const cell = (text) => `"${String(text).replaceAll('"', '""')}"`;
  const lines = [['登录名', '姓名', '职务', '初始密码'], ...newcomers.map((each) => [each.id, each.name, each.office, each.password])];
  const blob = new Blob(['\ufeff', lines.map((line) => line.map(cell).join(',')).join('\r\n')], { type: 'text/csv;charset=utf-8' });
  const link = element('a', { href: URL.createObjectURL(blob), download: '初始密码表.csv' });
  link.click();
  URL.revokeObjectURL(link.href);
}

function peopleTable(register) {
  const organisations = new Map(register.organisations.map((each) => [each.code, each.name]));
  const duties = new Map();
  for (const duty of register.duties) duties.set(duty.id, (duties.get(duty.id) ?? 0) + 1);
  return table(['登录名', '姓名', '职务', '单位', '职责数', '电子邮箱', '状态'], register.people.map((each) => [
    each.id, each.name, each.office, organisations.get(each.organisation) ?? '市级', String(duties.get(each.id) ?? 0), each.email ?? '',
    each.state === 'ACTIVE' ? '在岗' : '离岗']), 'people');
}

const trailTable = (events) => events.length === 0 ? element('p', { className: 'empty' }, '没有变动记录。')
  : table(['时间', '经办人', '事项', '人员', '单位', '理由'], events.map((each) => [
    each.at, each.actor === 'system' ? '系统' : each.actor, each.label, each.person ?? '', each.organisation ?? '', each.note ?? '']), 'trail');

function table(head, rows, id) {
  return element('table', { className: 'plain', id },
    element('thead', {}, element('tr', {}, ...head.map((text) => element('th', {}, text)))),
    element('tbody', {}, ...rows.map((row) => element('tr', {}, ...row.map((text) => element('td', {}, text))))));
}

const refusal = (sentences) => element('div', { className: 'refusal', role: 'alert' }, ...sentences.map((each) => element('p', {}, each)));

start();
