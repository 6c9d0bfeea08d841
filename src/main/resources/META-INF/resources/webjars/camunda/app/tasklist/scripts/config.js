export default {
  app: { name: '待办任务', vendor: '巡察整改' },
  locales: { availableLocales: ['zh-CN'], fallbackLocale: 'zh-CN' },
  dateFormat: {
    monthName: 'M月',
    day: 'D',
    abbr: 'YYYY年M月D日 HH:mm',
    normal: 'YYYY年M月D日 HH:mm',
    long: 'YYYY年M月D日dddd HH:mm',
    short: 'YYYY年M月D日'
  },
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: '签收当前任务' },
    focusFilter: { key: 'ctrl+shift+f', description: '转到第一个筛选器' },
    focusList: { key: 'ctrl+alt+l', description: '转到列表中第一项任务' },
    focusForm: { key: 'ctrl+alt+f', description: '转到表单的第一个输入框' },
    startProcess: { key: 'ctrl+alt+p', description: '打开启动流程窗口' }
  },
  customScripts: ['../../lib/rectification/look.js', '../../lib/rectification/form-words.js', 'scripts/form-rows.js', 'scripts/form-files.js', 'scripts/form-drafts.js', 'scripts/lists-link.js', 'scripts/finding-link.js', 'scripts/stand-in.js', 'scripts/card-subject.js'],
  csrfCookieName: 'XSRF-TOKEN',
  disableWelcomeMessage: true
};
