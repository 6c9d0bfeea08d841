/*
 * Warns while somebody types personal data that does not belong into the ledger. The same rules as PersonalData on the
 * server, which has the last word.
 */

const IDENTITY = /(?<![0-9A-Za-z])([1-9]\d{5})[ -]?(\d{8})[ -]?(\d{3}[\dXx])(?![0-9A-Za-z])/g;
const MOBILE = /(?<![0-9A-Za-z])(?:\+?86[ -]?)?1[3-9]\d(?:[ -]?\d{4}){2}(?![0-9A-Za-z])/;
const PETITIONER = /(?:举报|信访|上访|来访|来信|控告|检举|申诉|反映)人员?(?:姓名|身份|为)?\s*:\s*\p{Script=Han}{2,4}/u;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

function isIdentityNumber(number) {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  const [year, month, day] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)].map(Number);
  const born = new Date(Date.UTC(year, month - 1, day));
  return '10X98765432'[sum % 11] === number[17].toUpperCase() && year >= 1900 && year <= 2099
    && born.getUTCMonth() === month - 1 && born.getUTCDate() === day;
}

/** What a text holds, in the words for the person; empty when nothing. */
export function personalDataIn(text) {
  const plain = text.normalize('NFKC');
  const found = [];
  if ([...plain.matchAll(IDENTITY)].some(([, place, born, rest]) => isIdentityNumber(place + born + rest))) found.push('身份证号');
  if (MOBILE.test(plain)) found.push('手机号');
  if (PETITIONER.test(plain)) found.push('信访举报人身份');
  return found;
}

function hint(field) {
  const home = field.closest('.fjs-form-field, fieldset, .measure') ?? field.parentElement;
  const found = [...home.querySelectorAll('textarea, input[type="text"]')].flatMap(each => personalDataIn(each.value));
  let line = home.querySelector(':scope > .personal-data');
  if (found.length === 0) {
    line?.remove();
    return;
  }
  if (!line) {
    line = document.createElement('p');
    line.className = 'personal-data';
    line.setAttribute('role', 'alert');
    home.append(line);
  }
  line.textContent = `含有${[...new Set(found)].join('、')}，个人信息不得写入，请删除；确需登记的，只写文号或编号。`;
}

/** From now on every text field below this element that somebody types into is looked at. */
export function warnOfPersonalData(root) {
  root.addEventListener('input', ({ target }) => {
    if (target.matches?.('textarea, input[type="text"]')) hint(target);
  });
}
