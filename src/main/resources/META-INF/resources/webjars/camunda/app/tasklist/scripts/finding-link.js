/* A task about one finding leads to everything that is known of it; other tasks show no link. */

const api = new URL(`${document.querySelector('base').getAttribute('app-root')}/api/engine/engine/default/`, location.href);
const page = new URL(`${document.querySelector('base').getAttribute('app-root')}/lists/finding.html`, location.href);

async function findingOf(task) {
  const answer = await fetch(new URL(`task/${encodeURIComponent(task)}/form-variables?variableNames=findingId`, api), {
    credentials: 'same-origin', headers: { Accept: 'application/json' }
  });
  return answer.ok ? (await answer.json()).findingId?.value : undefined;
}

/* Tasklist's own style of buttons outweighs the attribute hidden. */
const show = (link, shown) => { link.style.display = shown ? '' : 'none'; };

export default {
  id: 'finding-link',
  pluginPoint: 'tasklist.task.action',
  priority: 50,
  render: container => {
    const link = document.createElement('a');
    link.className = 'btn btn-link finding-link';
    link.target = '_blank';
    link.rel = 'noopener';
    show(link, false);
    link.textContent = '查看问题全貌';
    container.append(link);
    let shown;
    const follow = async () => {
      // Tasklist draws its actions anew for another task; what it threw away need not listen any longer.
      if (shown !== undefined && !container.isConnected) {
        window.removeEventListener('hashchange', follow);
        window.removeEventListener('popstate', follow);
        return;
      }
      const task = /[?&]task=([^&]+)/.exec(location.hash)?.[1];
      if (task === shown) return;
      shown = task;
      show(link, false);
      const finding = task && await findingOf(task).catch(() => undefined);
      if (!finding || task !== shown) return;
      link.href = `${page.pathname}?id=${encodeURIComponent(finding)}`;
      show(link, true);
    };
    window.addEventListener('hashchange', follow);
    window.addEventListener('popstate', follow);
    follow();
  }
};
