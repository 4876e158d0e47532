import { h, icon, iconButton } from './dom.js';
import { recall, remember } from './storage.js';
import { focused, show } from './surface.js';
import { language, say, setLanguage } from './words.js';

const DAY = 86_400_000;
/** Between keys, in milliseconds. */
const PAUSE = 200;

/**
 * Beside the conversation: a new question, the earlier ones by age, who is signed in, language and appearance.
 *
 * @param onSearch gives the conversations that hold some words
 * @returns `{element, fill(conversations, current)}`; what is looked for stays when it is filled anew
 */
export function rail({viewer, href, onSearch, onOpen, onNew, onClose, onSignOut, onLanguage}) {
  const list = h('div', {class: 'rail-list'});
  const search = searching(onSearch, found => show(found, 'nothingFound'));
  let current = null;

  function fill(conversations, open) {
    current = open;
    search.element.hidden = conversations.length === 0;
    if (search.words() === '') {
      show(conversations, 'noConversations');
    } else {
      search.look();
    }
  }

  /** @param none what to say where there are none */
  function show(items, none) {
    const focus = list.contains(focused()) && focused().getAttribute('href');
    list.replaceChildren(...items.length === 0 ? [h('p', {class: 'aside'}, say(none))]
      : byAge(items).flatMap(([age, aged]) => [h('h2', {}, say(age)), h('ul', {}, aged.map(item => h('li', {}, link(item))))]));
    [...list.querySelectorAll('a')].find(one => one.getAttribute('href') === focus)?.focus();
  }

  function link({conversationId, title, found}) {
    return h('a', {href: href(conversationId, found?.messageId), title, 'aria-current': conversationId === current ? 'page' : null, onclick: event => {
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
        event.preventDefault();
        onOpen(conversationId, found?.messageId);
      }
    }}, title, found && found.question !== title && h('span', {}, found.question));
  }

  const element = h('nav', {class: 'rail', id: 'rail', 'aria-label': say('conversations')},
    h('div', {class: 'rail-head'}, h('span', {class: 'product'}, say('name')), iconButton('panel', say('hideRail'), onClose)),
    h('button', {type: 'button', class: 'new', onclick: onNew}, icon('plus'), say('newQuestion')),
    search.element,
    list,
    h('div', {class: 'rail-foot'},
      h('div', {class: 'viewer'}, h('div', {}, h('b', {}, viewer.name), h('span', {}, viewer.rep ? say('repScope', {rep: viewer.rep}) : say(`roles.${viewer.role}`))),
        onSignOut && iconButton('leave', say('signOut'), onSignOut)),
      h('div', {class: 'switches'}, appearance(), languages(onLanguage))));
  return {element, fill};
}

/** Looks as soon as nobody types any more; what was looked for last is shown, whichever answer comes first. */
function searching(onSearch, onFound) {
  let newest = 0;
  const input = h('input', {type: 'search', placeholder: say('searchShort'), 'aria-label': say('search'), oninput: () => {
    const typed = ++newest;
    setTimeout(() => typed === newest && look(), PAUSE);
  }});
  const words = () => input.value.trim();

  async function look() {
    const mine = ++newest;
    const found = await onSearch(words()).catch(() => null);
    if (found && mine === newest) {
      onFound(found);
    }
  }

  return {element: h('div', {class: 'rail-search'}, icon('search'), input), words, look};
}

function byAge(conversations) {
  const midnight = new Date().setHours(0, 0, 0, 0);
  const groups = new Map();
  for (const item of conversations) {
    const time = Date.parse(item.updatedAt);
    const age = time >= midnight ? 'today' : time >= midnight - DAY ? 'yesterday' : time >= midnight - 7 * DAY ? 'week' : 'earlier';
    groups.set(age, [...groups.get(age) ?? [], item]);
  }
  return [...groups];
}

function choice(label, options, chosen, onChoose) {
  const group = h('div', {class: 'choice', role: 'radiogroup', 'aria-label': label});
  const buttons = options.map(({value, name, content}) => h('button', {type: 'button', role: 'radio', title: name, 'aria-label': name,
    onclick: () => choose(value), 'data-value': value}, content));
  const choose = value => {
    mark(value);
    onChoose(value);
  };
  const mark = value => buttons.forEach(button => {
    const on = button.dataset.value === value;
    button.setAttribute('aria-checked', String(on));
    button.tabIndex = on ? 0 : -1;
  });
  group.addEventListener('keydown', event => {
    const by = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1}[event.key];
    if (by) {
      event.preventDefault();
      const next = buttons[(buttons.indexOf(focused()) + by + buttons.length) % buttons.length];
      next.focus();
      choose(next.dataset.value);
    }
  });
  mark(chosen);
  group.append(...buttons);
  return group;
}

function appearance() {
  return choice(say('appearance'), [
    {value: 'light', name: say('light'), content: icon('sun')},
    {value: 'auto', name: say('auto'), content: icon('auto')},
    {value: 'dark', name: say('dark'), content: icon('moon')},
  ], recall('appearance', 'auto'), value => {
    remember('appearance', value);
    show(value);
  });
}

function languages(onLanguage) {
  return choice(say('language'), [
    {value: 'en', name: 'English', content: 'EN'},
    {value: 'zh', name: '中文', content: '中文'},
  ], language(), code => {
    setLanguage(code);
    onLanguage();
  });
}
