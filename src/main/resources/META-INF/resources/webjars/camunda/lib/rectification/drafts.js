/*
 * Drafts: what somebody types is kept on the server, for that person alone, a moment after the last key. Nothing stays in
 * the browser: the PC may be shared.
 */

const QUIET = 1000;
const HEADERS = { Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest' };

const token = () => /(?:^|; )XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1] ?? '';
const address = (subject, id) => `/api/drafts/${subject}/${encodeURIComponent(id)}`;

function call(method, path, body) {
  return fetch(path, {
    method,
    credentials: 'same-origin',
    cache: 'no-store',
    // Also what was typed just before the window closed arrives; a browser takes up to 64 KiB that way.
    keepalive: !body || body.length < 20000,
    headers: { ...HEADERS, 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token() },
    body
  });
}

/** {entry, savedAt}, or null when there is none, or nobody can say. */
export async function loadDraft(subject, id) {
  try {
    const response = await call('GET', address(subject, id));
    return response.status === 200 ? await response.json() : null;
  } catch {
    return null;
  }
}

export async function discardDraft(subject, id) {
  await call('DELETE', address(subject, id)).catch(() => null);
}

export function timeOf(instant) {
  const at = new Date(instant);
  const options = { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hour12: false };
  const day = date => date.toLocaleDateString('zh-CN', { timeZone: 'Asia/Shanghai' });
  const today = day(at) === day(new Date());
  return `${today ? '' : `${at.toLocaleDateString('zh-CN', { timeZone: 'Asia/Shanghai', month: 'long', day: 'numeric' })} `}${at.toLocaleTimeString('zh-CN', options)}`;
}

/**
 * Keeps the entry of one form.
 *
 * @param read returns the entry as it stands now
 * @param say shows one quiet line
 * @returns {{touched: Function, flush: Function, rest: Function, stop: Function, resume: Function}}
 */
export function keeper(subject, id, read, say) {
  let timer;
  let last;
  let ended = false;
  let running = Promise.resolve();
  const keep = () => {
    running = running.then(put);
    return running;
  };
  const put = async () => {
    clearTimeout(timer);
    timer = undefined;
    const body = JSON.stringify(read() ?? {});
    if (ended || body === last) return;
    last = body;
    try {
      const response = await call('PUT', address(subject, id), body);
      if (ended) return;
      if (response.ok) say(`已自动保存 ${timeOf((await response.json()).savedAt)}`);
      else if (response.status === 401) say('登录已失效，内容未能自动保存');
      else if (response.status === 422) say((await response.json()).message);
      else if (response.status !== 404) say('内容未能自动保存，请尽快提交');
      if (!response.ok) last = undefined;
    } catch {
      last = undefined;
      say('网络不通，内容未能自动保存');
    }
  };
  return {
    touched() {
      if (ended) return;
      clearTimeout(timer);
      timer = setTimeout(keep, QUIET);
    },
    /** Until nothing is on its way any more: a draft must not arrive after what it was a draft of. */
    rest() {
      clearTimeout(timer);
      timer = undefined;
      return running;
    },
    /** Now, without waiting for a pause; resolved once it is on the server. */
    flush() {
      return timer === undefined ? running : keep();
    },
    /** It was handed in, or the form is gone. */
    stop() {
      ended = true;
      clearTimeout(timer);
      timer = undefined;
    },
    resume() {
      ended = false;
      last = undefined;
    }
  };
}
