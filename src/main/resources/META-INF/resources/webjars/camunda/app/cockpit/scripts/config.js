export default {
  app: { name: '流程监控', vendor: '巡察整改' },
  locales: { availableLocales: ['zh-CN'], fallbackLocale: 'zh-CN' },
  dateFormat: {
    monthName: 'M月',
    day: 'D',
    abbr: 'YYYY年M月D日 HH:mm',
    normal: 'YYYY年M月D日 HH:mm',
    long: 'YYYY年M月D日dddd HH:mm',
    short: 'YYYY年M月D日'
  },
  customScripts: ['../../lib/rectification/look.js', 'scripts/rule-clock.js'],
  csrfCookieName: 'XSRF-TOKEN',
  disableWelcomeMessage: true
};
