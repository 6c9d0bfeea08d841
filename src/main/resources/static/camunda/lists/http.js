// Talks to the application with the login of the task list.
const HEADERS = { Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest' };

// What is answered where the page is only partly for this person may be given as forbidden.
export async function fetchJson(path, { forbidden } = {}) {
  const response = await reach(path, { headers: HEADERS });
  if (response.status === 403 && forbidden !== undefined) return forbidden;
  if (response.status === 401) throw new Error('登录已失效，请先在任务列表登录，再打开本页。');
  if (response.status === 403) throw new Error('您没有办理此事项的权限。');
  if (!response.ok) throw new Error('读取失败，请稍后刷新重试。');
  return response.status === 204 ? null : response.json();
}

// Never throws for what the application said: a refused row stays, with the reason.
export function send(method, path, content) {
  return tell(path, {
    method,
    headers: { ...HEADERS, 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token() },
    body: content === undefined ? undefined : JSON.stringify(content),
  });
}

// One file, as a form would send it.
export function upload(path, file) {
  const body = new FormData();
  body.append('file', file);
  return tell(path, { method: 'POST', headers: { ...HEADERS, 'X-XSRF-TOKEN': token() }, body });
}

async function tell(path, options) {
  let response;
  try {
    response = await reach(path, options);
  } catch (problem) {
    return { ok: false, message: problem.message, violations: [] };
  }
  const body = await response.json().catch(() => ({}));
  if (response.ok) return { ok: true, body };
  if (response.status === 401) return { ok: false, message: '登录已失效，填写内容仍在本页，请在另一窗口登录后重新提交。', violations: [] };
  if (response.status === 413) return { ok: false, message: '文件过大，请拆分后重新选择。', violations: [] };
  return { ok: false, message: body.message ?? body.detail ?? '提交失败，请稍后重试。', violations: body.violations ?? [] };
}

// Sends a file with what belongs to it; as with send, nothing is thrown for what the application said.
export async function sendForm(path, fields) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  let response;
  try {
    response = await reach(path, { method: 'POST', headers: { ...HEADERS, 'X-XSRF-TOKEN': token() }, body: form });
  } catch (problem) {
    return { ok: false, message: problem.message };
  }
  const body = await response.json().catch(() => ({}));
  if (response.ok) return { ok: true, content: body };
  if (response.status === 401) return { ok: false, message: '登录已失效，请在另一窗口登录后重新提交。' };
  if (response.status === 413) return { ok: false, message: '文件过大，请分批提交。' };
  return { ok: false, message: body.message ?? body.detail ?? '提交失败，请稍后重试。' };
}

async function reach(path, options) {
  try {
    return await fetch(path, { credentials: 'same-origin', ...options });
  } catch {
    throw new Error('网络不通，请检查网络后重试。');
  }
}

// The login's token, for whatever changes something.
export function token() {
  return /(?:^|; )XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1] ?? '';
}
