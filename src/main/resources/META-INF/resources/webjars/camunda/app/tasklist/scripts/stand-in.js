/* 代行办理: the substitute takes on an absent person's task, and only then fills in its form. Beside a task that is the
   reader's own, or that lies with a group, nothing is shown. */

const headers = api => ({ Accept: 'application/json', 'Content-Type': 'application/json', 'X-XSRF-TOKEN': api.CSRFToken });

async function read(api, path) {
  const answer = await fetch(path, { headers: headers(api), credentials: 'same-origin' });
  return answer.ok ? answer.json() : null;
}

async function offeredTo(api, taskId) {
  const path = `${api.engineApi}/task/${encodeURIComponent(taskId)}`;
  const task = await read(api, path);
  if (!task?.assignee || task.owner) return null;
  const links = (await read(api, `${path}/identity-links`)) ?? [];
  const offered = links.filter(link => link.type === 'candidate' && link.userId).map(link => link.userId);
  const reader = offered.length > 0 ? await read(api, `${api.adminApi}/auth/user/${api.engine}`) : null;
  return offered.includes(reader?.userId) ? reader.userId : null;
}

async function show(container, api) {
  container.replaceChildren();
  const taskId = /[?&]task=([^&]+)/.exec(location.hash)?.[1];
  const reader = taskId ? await offeredTo(api, decodeURIComponent(taskId)) : null;
  if (!reader || !location.hash.includes(taskId)) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn btn-default stand-in';
  button.textContent = '代行办理';
  button.addEventListener('click', async () => {
    button.disabled = true;
    const answer = await fetch(`${api.engineApi}/task/${taskId}/claim`, {
      method: 'POST', headers: headers(api), credentials: 'same-origin', body: JSON.stringify({ userId: reader })
    });
    if (answer.ok) location.reload();
    else button.textContent = '代行已结束，不能办理';
  });
  container.replaceChildren(button);
}

let watching = null;

export default {
  id: 'stand-in',
  pluginPoint: 'tasklist.task.action',
  priority: 500,
  render: (container, { api }) => {
    watching = () => show(container, api);
    addEventListener('hashchange', watching);
    watching();
  },
  unmount: () => removeEventListener('hashchange', watching)
};
