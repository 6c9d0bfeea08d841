// 工作日历: a year's notice comes in. First what is wrong, then every date that would move, and only then the change.
import { element } from './dom.js';
import { fetchJson, sendForm } from './http.js';
import { movesTable, refusal, table } from './moves.js';

const content = document.getElementById('content');

async function start() {
  try {
    const calendar = await fetchJson('/api/calendar');
    content.replaceChildren(...(calendar.mayImport ? [importCard()] : []),
      element('h2', {}, '已公布的放假安排 ', element('small', {}, '未公布的年度按周末和法定节假日推算，所涉日期标为“暂定”')),
      table(['年度', '放假天数', '调休上班天数', '通知', '登记日期', '登记人'],
        calendar.years.map((each) => [String(each.year), String(each.holidays), String(each.workdays), each.source, each.at, each.by === 'system' ? '系统' : each.by]), 'years'));
  } catch (problem) {
    content.replaceChildren(element('p', { className: 'empty' }, problem.message));
  }
}

function importCard() {
  // The browser's own control speaks the browser's language.
  const file = element('input', { type: 'file', accept: '.xlsx,.csv', id: 'file', hidden: true });
  const pick = element('button', { type: 'button', className: 'plain' }, '选择文件');
  const chosen = element('span', { className: 'soft' }, '尚未选择');
  pick.addEventListener('click', () => file.click());
  file.addEventListener('change', () => {
    chosen.textContent = file.files[0]?.name ?? '尚未选择';
  });
  const source = element('input', { type: 'text', id: 'source', maxLength: 200 });
  const check = element('button', { type: 'button', className: 'primary' }, '核对');
  const answer = element('div', { id: 'answer' });
  check.addEventListener('click', async () => {
    if (!file.files[0] || !source.value.trim()) {
      answer.replaceChildren(refusal(['请填写通知的名称和文号，并选择文件。']));
      return;
    }
    check.disabled = true;
    const preview = await sendForm('/api/calendar/preview', { file: file.files[0], source: source.value });
    check.disabled = false;
    if (preview.ok) showPreview(answer, file.files[0], source.value, preview.content);
    else answer.replaceChildren(refusal([preview.message]));
  });
  return element('section', { className: 'card' },
    element('p', { className: 'soft' }, '按国务院办公厅公布的放假安排，逐日填写放假和调休上班的日期，每次导入一个年度。核对后先显示将要调整的日期，确认之前不保存任何数据。'),
    element('div', { className: 'steps' }, element('label', { htmlFor: 'source' }, '通知名称和文号'), source,
      element('a', { href: '/api/calendar/template.csv' }, '下载模板'), pick, chosen, file, check), answer);
}

function showPreview(answer, file, source, preview) {
  if (!preview.moves) {
    answer.replaceChildren(element('div', { className: 'sum' }, element('span', {}, element('b', {}, String(preview.errors.length)), ' 处需要改正，未保存任何数据')),
      table(['行', '栏目', '原因'], preview.errors.map((each) => [each.row > 0 ? String(each.row) : '', each.column ?? '', each.message]), 'errors'));
    return;
  }
  const confirm = element('button', { type: 'button', className: 'primary' }, '确认导入并调整日期');
  confirm.addEventListener('click', async () => {
    confirm.disabled = true;
    const saved = await sendForm('/api/calendar/import', { file, source, fingerprint: preview.moves.fingerprint });
    if (saved.ok) {
      await start();
      content.prepend(element('p', { role: 'status', className: 'card' }, `已导入${preview.year}年放假安排，调整日期${saved.content.moves.length}个。`));
    } else {
      confirm.disabled = false;
      answer.prepend(refusal([saved.message]));
    }
  });
  answer.replaceChildren(element('p', {}, `${preview.year}年，共${preview.days}天。`), ...movesTable(preview.moves), element('div', { className: 'actions' }, confirm));
}

start();
