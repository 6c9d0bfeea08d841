/* Loaded by every web application before it starts; says in Chinese what its label files do not reach. */

const APPLICATIONS = { admin: '系统管理', cockpit: '流程监控', tasklist: '待办任务', welcome: '首页' };

const application = document.querySelector('base').getAttribute('app-name');

document.documentElement.lang = 'zh-CN';
document.title = `巡察整改 ${APPLICATIONS[application]}`;

const MONTHS = ['1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月'];

const DATE_WORDS = {
  AMPMS: ['上午', '下午'],
  DAY: ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'],
  SHORTDAY: ['日', '一', '二', '三', '四', '五', '六'],
  MONTH: MONTHS,
  SHORTMONTH: MONTHS,
  STANDALONEMONTH: MONTHS,
  FIRSTDAYOFWEEK: 0,
  fullDate: 'yyyy年M月d日EEEE',
  longDate: 'yyyy年M月d日',
  medium: 'yyyy年M月d日 HH:mm:ss',
  mediumDate: 'yyyy年M月d日',
  short: 'yyyy-MM-dd HH:mm',
  shortDate: 'yyyy-MM-dd',
  mediumTime: 'HH:mm:ss',
  shortTime: 'HH:mm'
};

const CALENDAR_WORDS = {
  uibDatepickerConfig: { formatDayTitle: 'yyyy年M月', formatMonthTitle: 'yyyy年', startingDay: 1 },
  uibDatepickerPopupConfig: {
    currentText: '今天',
    clearText: '清除',
    closeText: '关闭',
    datepickerPopup: 'yyyy-MM-dd'
  }
};

window.angular.module(`cam.${application}`).config([
  '$provide',
  '$injector',
  ($provide, $injector) => {
    $provide.decorator('$locale', [
      '$delegate',
      $delegate => {
        Object.assign($delegate.DATETIME_FORMATS, DATE_WORDS);
        return $delegate;
      }
    ]);
    $provide.decorator('camWidgetHeaderDirective', [
      '$delegate',
      $delegate => {
        $delegate[0].template = $delegate[0].template.replace(
          '{{ app.label }}',
          `{{ ${JSON.stringify(APPLICATIONS)}[appName] }}`
        );
        return $delegate;
      }
    ]);
    Object.entries(CALENDAR_WORDS).forEach(([name, words]) => {
      if ($injector.has(name)) {
        Object.assign($injector.get(name), words);
      }
    });
  }
]);

export default [];
