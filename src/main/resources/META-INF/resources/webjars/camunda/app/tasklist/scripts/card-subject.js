/* What a task is about, on its card: twenty tasks of the same name differ only by that. One question for all cards that
   are drawn together, however many. */

const TOGETHER_MS = 40;

let waiting = new Map();
let asking;

async function ask(api) {
  const cards = waiting;
  waiting = new Map();
  asking = undefined;
  const ids = [...cards.keys()].map(id => `ids=${encodeURIComponent(id)}`).join('&');
  const answer = await fetch(`/api/task-subjects?${ids}`, { credentials: 'same-origin', headers: { Accept: 'application/json' } });
  if (!answer.ok) return;
  const subjects = await answer.json();
  cards.forEach((containers, id) => containers.forEach(container => {
    if (!subjects[id]) return;
    const line = document.createElement('div');
    line.className = 'card-subject';
    line.textContent = subjects[id];
    line.title = subjects[id];
    container.replaceChildren(line);
  }));
}

export default {
  id: 'card-subject',
  pluginPoint: 'tasklist.card',
  // Above the variables and the dates of a card.
  priority: 900,
  render: (container, { api, taskId }) => {
    waiting.set(taskId, [...(waiting.get(taskId) ?? []), container]);
    asking ??= setTimeout(() => ask(api).catch(() => {}), TOGETHER_MS);
  }
};
