// Today's digest on 我的清单: what the mail said, and behind its counts what they count. Counts only; nobody is compared.
import { element } from './dom.js';
import { fetchJson } from './http.js';

const place = document.getElementById('digest');
const TASKLIST = '/camunda/app/tasklist/default/';
// Where each kind of work is done; what comes once is done in the task list.
const DOORS = {
  userTask_draftPlanLines: './?kind=draft', userTask_rectifyFinding: './?kind=work', userTask_reviewResult: './?kind=review',
  userTask_verifyFinding: './?kind=verify', userTask_confirmVerification: './?kind=confirm', userTask_consentLongTerm: './?kind=consent',
  userTask_continueFinding: './?kind=continue', userTask_approveContinuation: './?kind=approve', userTask_decideExtension: './?kind=extension',
  userTask_reviewLongTerm: './?kind=follow', userTask_confirmLongTermReview: './?kind=agree',
  userTask_recordMeetingOfTown: 'meetings.html', userTask_confirmMeetingOfTown: 'meetings.html', userTask_judgeReasonOfTown: 'meetings.html',
  userTask_recordMeetingOfVillage: 'meetings.html', userTask_judgeReasonOfVillage: 'meetings.html', userTask_writeComparison: 'comparison.html',
  userTask_replyToNotice: 'supervision.html',
};

const late = (count) => (count > 0 ? [element('span', { className: 'late' }, `，逾期${count}项`)] : []);

const sum = (rows, part) => rows.reduce((all, one) => all + one[part], 0);

function places(words, rows) {
  if (rows.length === 0) return [];
  return [element('h3', {}, words), element('ul', {}, ...rows.map((one) => element('li', {}, `${one.name}：待办${one.open}项`, ...late(one.overdue))))];
}

function state(digest) {
  if (digest.today) return '今日摘要';
  if (digest.quiet) return '今天是休息日，不发摘要';
  return digest.day ? '今日没有新的提醒' : '尚未发过摘要';
}

async function start() {
  let digest;
  try {
    digest = await fetchJson('/api/digest');
  } catch {
    return; // the page itself says what is wrong
  }
  const open = sum(digest.kinds, 'open');
  if (open === 0 && digest.lines.length === 0) return;
  const fresh = sum(digest.kinds, 'fresh');
  const box = element('details', { className: 'digest', open: digest.today },
    element('summary', {},
      element('b', {}, state(digest)),
      element('span', {}, `目前待办${open}项`, ...late(sum(digest.kinds, 'overdue'))),
      ...(fresh > 0 && digest.day ? [element('span', {}, `上次摘要后新增${fresh}项`)] : [])));
  if (digest.lines.length > 0) box.append(element('p', { className: 'said' }, digest.lines.join('\n') + (digest.added > 0 ? `\n其中比上一次摘要新增待办${digest.added}项。` : '')));
  if (digest.kinds.length > 0) {
    box.append(element('h3', {}, '按事项'), element('ul', {}, ...digest.kinds.map((one) => element('li', {},
      element('a', { href: DOORS[one.key] ?? TASKLIST }, one.label), `：${one.open}项`, ...late(one.overdue),
      ...(one.fresh > 0 && digest.day ? [`，新增${one.fresh}项`] : [])))));
  }
  box.append(...places('各村待办', digest.villages), ...places('各单位待办', digest.organisations));
  place.replaceChildren(box);
}

start();
