export default {
  app: { name: '首页', vendor: '巡察整改' },
  locales: { availableLocales: ['zh-CN'], fallbackLocale: 'zh-CN' },
  dateFormat: {
    monthName: 'M月',
    day: 'D',
    abbr: 'YYYY年M月D日 HH:mm',
    normal: 'YYYY年M月D日 HH:mm',
    long: 'YYYY年M月D日dddd HH:mm',
    short: 'YYYY年M月D日'
  },
  links: [{ label: '我的清单', href: '../../../lists/', description: '逐行办理分给我的问题' }],
  customScripts: ['../../lib/rectification/look.js'],
  csrfCookieName: 'XSRF-TOKEN',
  disableWelcomeMessage: true
};
