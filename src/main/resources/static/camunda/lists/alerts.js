// What the Secretary and the supervisors have to know stands on top of the lists until it is seen.
import { act, textField } from './checking.js';
import { element } from './dom.js';
import { fetchJson } from './http.js';

async function showAlerts() {
  document.getElementById('alerts')?.remove();
  const alerts = await fetchJson('/api/alerts').catch(() => []);
  if (alerts.length === 0) return;
  document.querySelector('main').before(element('section', { id: 'alerts', className: 'alerts' }, ...alerts.map(alertOf)));
}

function alertOf(alert) {
  return element('div', { className: 'alert', role: 'alert' },
    element('p', {}, element('b', {}, `${alert.kind}：`), `${alert.subject}（${alert.on}）`),
    element('p', {}, alert.notice),
    act(`/api/alerts/${alert.id}/seen`, '已阅', [element('div', { className: 'line' }, textField('批示意见（可不填）', 'remark', false, true))], () => ({}), showAlerts));
}

showAlerts();
