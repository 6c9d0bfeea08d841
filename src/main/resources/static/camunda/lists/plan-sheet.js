// 整改方案编制表: take the sheet along, bring it back, look at what it would change, confirm, watch it being saved.
import { element } from './dom.js';
import { fetchJson, send, upload } from './http.js';
import { moment } from './dates.js';

const main = document.getElementById('sheet');
const round = new URLSearchParams(location.search).get('round') ?? '';
const TRIES = 5;
const query = `round=${encodeURIComponent(round)}`;

const result = element('div', {});
const status = element('p', { role: 'status', ariaLive: 'polite' });

async function start() {
  try {
    const place = (await fetchJson('/api/ledger/rounds')).find((each) => each.id === round);
    document.getElementById('place').textContent = place?.label ?? '';
    main.replaceChildren(download(), chooser(), status, result);
    const latest = await fetchJson(`/api/plan-imports?${query}`);
    if (latest) show(latest);
  } catch (problem) {
    main.replaceChildren(element('p', { className: 'empty' }, problem.message));
  }
}

function download() {
  return element('section', {},
    element('h2', {}, '一、下载编制表'),
    element('p', {}, '表中已填好问题、整改意见、责任人和目前已编制的内容，可以离线填写。一行一个问题；在任务列表或编制清单中填写过的内容也在表中，两种方式可以同时使用。'),
    element('p', { className: 'actions' },
      element('a', { className: 'button', href: `/api/plan-sheet.xlsx?${query}&drafter=me` }, '下载由我编制的'),
      element('a', { className: 'button', href: `/api/plan-sheet.xlsx?${query}` }, '下载我可以填写的全部')));
}

function chooser() {
  const file = element('input', { type: 'file', accept: '.xlsx', id: 'file', className: 'file' });
  const name = element('span', {}, '尚未选择文件');
  file.addEventListener('change', async () => {
    if (file.files.length === 0) return;
    name.textContent = file.files[0].name;
    result.replaceChildren();
    status.textContent = '正在逐行核对……';
    const answer = await upload(`/api/plan-imports?${query}`, file.files[0]);
    file.value = '';
    status.textContent = '';
    if (answer.ok) show(answer.body);
    else refuse([answer.message]);
  });
  return element('section', {},
    element('h2', {}, '二、上传编制表'),
    element('p', {}, '可以上传填好的编制表，也可以上传从整改台账导出后改过的 Excel（前面各栏相同，“只读”各栏不读取）。先逐行核对，确认之前不保存任何内容。文件为 .xlsx，不超过 10 MB。'),
    element('p', { className: 'actions' }, file, element('label', { htmlFor: 'file', className: 'button' }, '选择文件'), name));
}

function refuse(sentences) {
  result.replaceChildren(element('div', { className: 'refusal', role: 'alert' }, ...sentences.map((each) => element('p', {}, each))));
}

function show(of) {
  const { figures } = of;
  const parts = [element('h2', {}, of.state === 'LOOKED_AT' ? '三、核对和确认' : '三、导入结果'),
    element('p', {}, `${of.fileName}（${moment(of.uploadedAt)}上传）`), sums(of)];
  if (of.state === 'LOOKED_AT' && figures.ready > 0) parts.push(confirmation(of));
  if (of.state === 'LOOKED_AT' && figures.ready === 0) parts.push(element('p', {}, '没有可以导入的行。请按下列说明更正后重新上传。'));
  if (of.state === 'RUNNING') parts.push(progress(of), goOn(of));
  if (of.state === 'DONE') parts.push(element('p', { className: 'outcome' }, `导入完成：已保存 ${figures.saved} 行。`));
  if (of.state === 'ABANDONED') parts.push(element('p', { className: 'outcome' }, `导入已停止：已保存 ${figures.saved} 行，其余未保存。`));
  if (of.problems.length > 0) parts.push(problems(of));
  if (of.state === 'LOOKED_AT' && of.ready.length > 0) parts.push(changes(of));
  result.replaceChildren(element('section', { id: 'import' }, ...parts));
}

function sums({ figures }) {
  const words = [`共 ${figures.rows} 行`, `没有改动 ${figures.unchanged} 行`];
  if (figures.ready > 0) words.push(`可以导入 ${figures.ready} 行`);
  if (figures.saved > 0) words.push(`已保存 ${figures.saved} 行`);
  if (figures.invalid > 0) words.push(`需要更正 ${figures.invalid} 行`);
  if (figures.changedMeanwhile > 0) words.push(`已被他人修改 ${figures.changedMeanwhile} 行`);
  if (figures.refused > 0) words.push(`未被接收 ${figures.refused} 行`);
  return element('p', { id: 'sums' }, `${words.join('，')}。`);
}

function confirmation(of) {
  const left = of.figures.rows - of.figures.unchanged - of.figures.ready;
  const button = element('button', { type: 'button', className: 'primary' }, `确认导入 ${of.figures.ready} 行`);
  button.addEventListener('click', () => run(of));
  return element('p', { className: 'actions' }, button,
    element('span', {}, left > 0 ? `其余 ${left} 行不导入，更正后可以再次上传。` : ''));
}

function goOn(of) {
  const more = element('button', { type: 'button', className: 'primary' }, '继续导入');
  more.addEventListener('click', () => run(of));
  const stop = element('button', { type: 'button', className: 'plain' }, '停止，其余不再导入');
  stop.addEventListener('click', async () => {
    const answer = await send('DELETE', `/api/plan-imports/${encodeURIComponent(of.id)}`);
    if (answer.ok) show(answer.body);
    else refuse([answer.message]);
  });
  return element('p', { className: 'actions' }, more, stop, element('span', {}, '上次导入没有完成，已保存的行不受影响。'));
}

function progress({ figures }) {
  const all = figures.saved + figures.refused + figures.ready;
  const bar = element('progress', { max: all, value: all - figures.ready, ariaLabel: '导入进度' });
  return element('p', { className: 'actions', id: 'progress' }, bar, element('span', {}, `已处理 ${all - figures.ready} / ${all} 行`));
}

// Step by step, so that no request is long; whatever breaks off goes on from here.
async function run(of) {
  let now = { ...of, state: 'RUNNING' };
  let tries = 0;
  while (now.state === 'RUNNING') {
    result.replaceChildren(element('section', { id: 'import' }, element('h2', {}, '三、正在导入'), progress(now)));
    const answer = await send('POST', `/api/plan-imports/${encodeURIComponent(of.id)}/steps`);
    const moved = answer.ok && (answer.body.state !== 'RUNNING' || answer.body.figures.ready < now.figures.ready);
    tries = moved ? 0 : tries + 1;
    if (answer.ok) now = answer.body;
    if (tries === TRIES) {
      show(now);
      result.prepend(element('div', { className: 'refusal', role: 'alert' },
        element('p', {}, answer.ok ? '有人正在修改同样的内容，请稍后继续导入。' : answer.message)));
      return;
    }
    if (!moved) await new Promise((resolve) => { setTimeout(resolve, 1000 * tries); });
  }
  show(now);
}

function problems(of) {
  const rows = of.problems.flatMap((row) => row.causes.map((cause) =>
    element('tr', {}, element('td', {}, String(row.row)), element('td', {}, row.label), element('td', {}, cause.column), element('td', {}, cause.message))));
  const all = of.figures.invalid + of.figures.changedMeanwhile + of.figures.refused;
  return table('problems', of.state === 'LOOKED_AT' ? '以下各行不导入，请更正' : '以下各行没有保存',
    ['行', '问题', '栏目', '原因'], ['60px', '300px', '180px', ''], rows, of.problems.length < all ? `只列出前 ${of.problems.length} 行。` : '');
}

function changes(of) {
  const rows = of.ready.map((row) => element('tr', {}, element('td', {}, String(row.row)), element('td', {}, row.label),
    element('td', {}, row.changes.map((change) => `${change.label}：${change.before ? `${change.before} → ` : ''}${change.after ?? '（空）'}`).join('\n'))));
  return table('changes', '导入后的变化', ['行', '问题', '变化'], ['60px', '300px', ''], rows,
    of.ready.length < of.figures.ready ? `只列出前 ${of.ready.length} 行。` : '');
}

function table(id, title, heads, widths, rows, note) {
  return element('div', { id }, element('h3', {}, title), element('table', { className: 'ledger' },
    element('colgroup', {}, ...widths.map((width) => {
      const column = element('col', {});
      if (width) column.style.width = width;
      return column;
    })),
    element('thead', {}, element('tr', {}, ...heads.map((head) => element('th', { scope: 'col' }, head)))),
    element('tbody', {}, ...rows)), element('p', { className: 'soft' }, note));
}

start();
