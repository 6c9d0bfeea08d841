// 更换期限口径: every date old and new first, the reason, and only then the change. For the inspection office alone.
import { element } from './dom.js';
import { fetchJson, send } from './http.js';
import { movesTable, refusal } from './moves.js';

export async function switchCard(round, cases, changed) {
  const path = `/api/inspection-rounds/${encodeURIComponent(round)}/profile`;
  const offer = await fetchJson(path);
  if (!offer.offered) return [];
  if (offer.reason) return [element('section', { className: 'card', id: 'switch' }, element('p', { className: 'soft' }, offer.reason))];
  const choice = element('select', { id: 'profile' }, ...offer.profiles.filter((each) => each.id !== cases[0].profile)
    .map((each) => element('option', { value: each.id }, each.name)));
  const answer = element('div', {});
  const look = element('button', { type: 'button', className: 'plain' }, '预览变动');
  look.addEventListener('click', async () => {
    const preview = await send('POST', `${path}/preview`, { profile: choice.value });
    if (preview.ok) showPreview(answer, path, choice.value, preview.body, changed);
    else answer.replaceChildren(refusal(reasons(preview)));
  });
  return [element('section', { className: 'card', id: 'switch' },
    element('div', { className: 'steps' }, element('label', { htmlFor: 'profile' }, '更换期限口径'), choice, look), answer)];
}

const reasons = (answer) => (answer.violations.length > 0 ? answer.violations.map((each) => each.message) : [answer.message]);

function showPreview(answer, path, profile, moves, changed) {
  const reason = element('input', { type: 'text', id: 'reason', maxLength: 200 });
  const confirm = element('button', { type: 'button', className: 'primary' }, '确认更换');
  const problem = element('div', {});
  confirm.addEventListener('click', async () => {
    confirm.disabled = true;
    const done = await send('POST', path, { profile, reason: reason.value, fingerprint: moves.fingerprint });
    confirm.disabled = false;
    if (done.ok) await changed();
    else problem.replaceChildren(refusal(reasons(done)));
  });
  answer.replaceChildren(...movesTable(moves), problem,
    element('div', { className: 'steps' }, element('label', { htmlFor: 'reason' }, '更换理由'), reason, confirm));
}
