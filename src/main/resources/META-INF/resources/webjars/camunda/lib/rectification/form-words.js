/* The form viewer knows English only. Its own words, and no others, are replaced as they appear. */

const WORDS = {
  'Field is required.': '此项必填。',
  'Field must be a valid email.': '请填写有效的电子邮箱。',
  'Date and time must both be entered.': '日期和时间都要填写。',
  'Unknown date format.': '日期格式不正确。',
  'Value is not a number.': '请填写数字。',
  'Value is expected to be an integer.': '请填写整数。',
  'Nothing to show.': '没有内容。',
  'No results': '没有结果',
  'All values selected': '已全部选择',
  'Add new': '添加一行',
  Collapse: '收起',
  Select: '请选择',
  Search: '搜索',
  Clear: '清除',
  'yyyy/mm/dd': '年/月/日',
  'hh:mm': '时:分',
  Sun: '日',
  Mon: '一',
  Tue: '二',
  Wed: '三',
  Thu: '四',
  Fri: '五',
  Sat: '六',
  January: '1月',
  February: '2月',
  March: '3月',
  April: '4月',
  May: '5月',
  June: '6月',
  July: '7月',
  August: '8月',
  September: '9月',
  October: '10月',
  November: '11月',
  December: '12月'
};

const SENTENCES = [
  [/^Field must have maximum length of (\d+)\.$/, '最多填写 $1 个字。'],
  [/^Field must have minimum length of (\d+)\.$/, '至少填写 $1 个字。'],
  [/^Field must have maximum value of (.+)\.$/, '不得大于 $1。'],
  [/^Field must have minimum value of (.+)\.$/, '不得小于 $1。'],
  [/^Field must match pattern .+\.$/, '格式不正确。'],
  [/^Field must be a valid {1,2}international phone number\..*$/, '请填写有效的电话号码。'],
  [/^Value is expected to have at most (\d+) decimal digits?\.$/, '最多保留 $1 位小数。'],
  [/^Please select a valid value, the two nearest valid values are (.+) and (.+)\.$/, '请填写有效的值，如 $1 或 $2。'],
  [/^Expand all \((\d+)\)$/, '展开全部（$1）'],
  [/^Remove list item (\d+)$/, '删除第 $1 行'],
  [/^Remove .+ file$/, '移除文件']
];

/** Fields whose texts are the viewer's own, or may be; labels and contents that people wrote are never touched. */
const OWN_TEXT = [
  '.fjs-form-field-error',
  '.fjs-repeat-render-add',
  '.fjs-repeat-render-collapse',
  '.fjs-select-placeholder',
  '.fjs-table-empty',
  '.fjs-table-body',
  '.fjs-dropdownlist-empty',
  '.fjs-taglist-skip-link',
  '.flatpickr-weekday',
  '.flatpickr-monthDropdown-month'
].join(',');

const ATTRIBUTES = ['placeholder', 'title', 'aria-label'];

function inChinese(text) {
  const trimmed = text.trim();
  if (Object.hasOwn(WORDS, trimmed)) {
    return WORDS[trimmed];
  }
  const match = SENTENCES.find(([pattern]) => pattern.test(trimmed));
  return match ? trimmed.replace(match[0], match[1]) : null;
}

function translateText(node) {
  const words = node.parentElement && node.parentElement.closest(OWN_TEXT) ? inChinese(node.data) : null;
  if (words !== null && words !== node.data) {
    node.data = words;
  }
}

function translateElement(element) {
  if (!element.closest('.fjs-container, .flatpickr-calendar')) {
    return;
  }
  ATTRIBUTES.forEach(name => {
    const value = element.getAttribute(name);
    const words = value ? inChinese(value) : null;
    if (words !== null) {
      element.setAttribute(name, words);
    }
  });
}

function translate(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    translateText(node);
  } else if (node.nodeType === Node.ELEMENT_NODE) {
    translateElement(node);
    node.childNodes.forEach(translate);
  }
}

new MutationObserver(changes =>
  changes.forEach(change => {
    change.addedNodes.forEach(translate);
    if (change.type === 'characterData') {
      translate(change.target);
    }
  })
).observe(document.body, { childList: true, subtree: true, characterData: true });

export default [];
