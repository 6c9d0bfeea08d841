// What the Secretary and the supervisors have to know stands on top of the lists until it is seen; then it stays below for a
// month, with what was directed.
import { act, textField } from './checking.js';
import { element } from './dom.js';
import { fetchJson } from './http.js';

async function showAlerts() {
  const [alerts, seen] = await Promise.all([fetchJson('/api/alerts'), fetchJson('/api/alerts/seen')].map((answer) => answer.catch(() => [])));
  document.getElementById('alerts')?.remove();
  document.getElementById('alerts-seen')?.remove();
  const main = document.querySelector('main');
  if (alerts.length > 0) main.before(element('section', { id: 'alerts', className: 'alerts' }, ...alerts.map(alertOf)));
  if (seen.length > 0) main.after(history(seen));
}

function alertOf(alert) {
  return element('div', { className: 'alert', role: 'alert' },
    element('p', {}, element('b', {}, `${alert.kind}：`), `${alert.subject}（${alert.on}）`),
    element('p', {}, alert.notice),
    act(`/api/alerts/${alert.id}/seen`, '已阅', [element('div', { className: 'line' }, textField('批示意见（可不填）', 'remark', false, true))], () => ({}), showAlerts));
}

function history(seen) {
  return element('section', { id: 'alerts-seen', className: 'alerts' },
    element('details', {},
      element('summary', {}, `已阅提示（近30天，${seen.length} 条）`),
      element('table', { className: 'plain' },
        element('thead', {}, element('tr', {}, ...['已阅时间', '等级', '事项', '情况', '批示意见'].map((text) => element('th', {}, text)))),
        element('tbody', {}, ...seen.map((each) => element('tr', {},
          ...[each.at.slice(0, 16).replace('T', ' '), each.alert.kind, each.alert.subject, each.alert.notice, each.remark ?? ''].map((text) => element('td', {}, text))))))));
}

showAlerts();
