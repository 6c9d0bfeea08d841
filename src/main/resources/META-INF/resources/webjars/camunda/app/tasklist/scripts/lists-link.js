/* The list page opens in the same window, beside the other actions of the head. */

export default {
  id: 'lists-link',
  pluginPoint: 'tasklist.navbar.action',
  priority: 400,
  render: container => {
    const link = document.createElement('a');
    link.href = new URL(`${document.querySelector('base').getAttribute('app-root')}/lists/`, location.href).pathname;
    link.target = '_self';
    link.className = 'lists-link';
    const icon = document.createElement('span');
    icon.className = 'glyphicon glyphicon-th-list';
    link.append(icon, '我的清单');
    container.append(link);
  }
};
