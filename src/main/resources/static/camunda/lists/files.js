// The upload control of list pages and of Tasklist's forms: progress, name, size, level, remove, and what is wrong in Chinese.
import { element } from './dom.js';
import { token } from './http.js';

const LARGEST = 50 * 1024 * 1024;
const LEVELS = { INTERNAL: '内部', OPEN: '公开' };
const HINT = '每个不超过50MB，涉密文件不得上传';

/**
 * @param caseOf answers (later) whose file it is: { round, organisation }
 * @param many whether several files may be given
 * @param value ids joined by commas
 * @param changed told the new ids
 */
export function fileControl({ caseOf, many, value = '', changed }) {
  const list = element('ul', { className: 'files-list' });
  const problem = element('p', { className: 'files-problem', role: 'alert', hidden: true });
  const picker = element('input', { type: 'file', multiple: many, hidden: true });
  const button = element('button', { type: 'button', className: 'files-button' }, '选择文件');
  const level = element('select', { className: 'files-level', ariaLabel: '文件级别' },
    ...Object.entries(LEVELS).map(([code, words]) => element('option', { value: code }, words)));
  const add = element('div', { className: 'files-add' }, button, level, element('span', { className: 'files-hint' }, HINT), picker);
  const box = element('div', { className: 'files' }, list, add, problem);
  let ids = [];

  const tell = () => changed(ids.join(','));
  const say = (...sentences) => {
    problem.textContent = sentences.join(' ');
    problem.hidden = sentences.length === 0;
  };

  function entry(card) {
    const remove = element('button', { type: 'button', className: 'files-remove', ariaLabel: `移除${card.name}` }, '移除');
    const row = element('li', {}, linkTo(card), element('span', { className: 'files-size' }, `${sizeOf(card.size)} ${LEVELS[card.level]}`), remove);
    remove.addEventListener('click', () => {
      ids = ids.filter((id) => id !== card.id);
      row.remove();
      tell();
    });
    return row;
  }

  async function show(joined) {
    ids = joined.replace(/\s/g, '').split(',').filter(Boolean);
    list.replaceChildren();
    if (ids.length === 0) return;
    const known = await cardsOf(ids);
    list.replaceChildren(...known.filter((card) => ids.includes(card.id)).map(entry));
  }

  async function take(file) {
    if (file.size > LARGEST) {
      say(`“${file.name}”超过50MB，请压缩或拆分后上传。`);
      return;
    }
    const bar = element('progress', { max: 1, value: 0, ariaLabel: `正在上传${file.name}` });
    const row = element('li', { className: 'files-running' }, element('span', {}, file.name), bar);
    list.append(row);
    const answer = await upload(file, await caseOf(), level.value, (part) => { bar.value = part; });
    row.remove();
    if (!answer.card) {
      say(answer.message);
      return;
    }
    if (!many) list.replaceChildren();
    ids = many ? [...ids, answer.card.id] : [answer.card.id];
    list.append(entry(answer.card));
    tell();
  }

  button.addEventListener('click', () => picker.click());
  picker.addEventListener('change', async () => {
    say();
    button.disabled = true;
    box.dataset.running = 'true';
    try {
      for (const file of picker.files) await take(file);
    } catch (trouble) {
      say(trouble.message);
    } finally {
      picker.value = '';
      button.disabled = false;
      delete box.dataset.running;
    }
  });
  show(value);
  return {
    box,
    show,
    get value() { return ids.join(','); },
    set readOnly(closed) { add.hidden = closed; box.classList.toggle('files-closed', closed); },
  };
}

export function linkTo(card) {
  return element('a', { href: `/api/files/${encodeURIComponent(card.id)}`, target: '_blank', rel: 'noopener', className: 'files-name' }, card.name);
}

export function sizeOf(bytes) {
  if (bytes >= 1024 * 1024) return `${(bytes / 1024 / 1024).toFixed(1)}MB`;
  return `${Math.max(1, Math.round(bytes / 1024))}KB`;
}

export async function cardsOf(ids) {
  const response = await fetch(`/api/files?ids=${encodeURIComponent(ids.join(','))}`, {
    credentials: 'same-origin', headers: { Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest' },
  }).catch(() => null);
  return response?.ok ? response.json() : [];
}

function upload(file, place, level, progressed) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const query = new URLSearchParams({ round: place.round, organisation: place.organisation, level });
    request.open('POST', `/api/files?${query}`);
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
    request.setRequestHeader('X-XSRF-TOKEN', token());
    request.upload.addEventListener('progress', (event) => progressed(event.total ? event.loaded / event.total : 0));
    request.addEventListener('error', () => resolve({ message: `“${file.name}”没有传完：网络不通，请检查网络后重试。` }));
    request.addEventListener('load', () => {
      let answer = {};
      try {
        answer = JSON.parse(request.responseText);
      } catch { /* not ours: told below */ }
      if (request.status === 201) resolve({ card: answer });
      else resolve({ message: request.status === 401 ? '登录已失效，请在另一窗口登录后重新上传。' : answer.message ?? `“${file.name}”上传失败，请稍后重试。` });
    });
    const body = new FormData();
    body.append('file', file);
    request.send(body);
  });
}
