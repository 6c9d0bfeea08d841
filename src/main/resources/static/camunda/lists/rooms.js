// The menu that every page shares: who is logged in, and the pages that are for this person.
import { fetchJson } from './http.js';
import { element } from './dom.js';

const head = document.querySelector('header .head');
const here = new URL(location.pathname.endsWith('/index.html') ? './' : location.pathname, location.href).pathname;

async function start() {
  let mine;
  try {
    mine = await fetchJson('/api/pages');
  } catch {
    return; // the page itself says what is wrong
  }
  const links = mine.pages.map((page) => {
    const link = element('a', { href: page.path }, page.label);
    if (new URL(page.path, location.href).pathname === here) link.setAttribute('aria-current', 'page');
    return link;
  });
  if (links.length > 0) {
    const rooms = element('nav', { className: 'rooms', ariaLabel: '页面' }, ...links);
    head.after(rooms);
  }
  head.querySelector('.back').before(element('span', { className: 'who' }, mine.personName));
}

start();
