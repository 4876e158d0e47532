import * as api from './api.js';
import { composer } from './composer.js';
import { h, iconButton } from './dom.js';
import { companyName, firstSight, loaded, offline, signedOut } from './first-sight.js';
import { rail } from './rail.js';
import { recall, remember } from './storage.js';
import { keptTurn, liveTurn } from './turn.js';
import { say } from './words.js';

const root = document.getElementById('app');
const narrow = matchMedia('(max-width: 860px)');

/** What the page knows: `messages` are those of the open conversation, `asked` all questions of this visit. */
const state = {start: null, conversations: [], id: null, messages: [], asked: [], live: null};
/** The parts of the page that change one by one. */
const parts = {};

begin();

async function begin() {
  try {
    [state.start, state.conversations] = await Promise.all([api.start(), api.conversations()]);
  } catch (refusal) {
    if (refusal.status === 401) {
      root.replaceChildren(signedOut(location.pathname.startsWith('/sign-in/')));
    } else {
      root.replaceChildren(offline(begin));
    }
    return;
  }
  layOut();
  await openFromAddress();
  parts.composer.focus();
}

function layOut() {
  parts.composer = composer({onAsk: ask, onStop: () => state.live?.stop(), recalled: () => state.asked});
  parts.column = h('div', {class: 'column', id: 'column'});
  parts.scroll = h('div', {class: 'scroll'}, parts.column);
  parts.title = h('div', {class: 'title'});
  parts.rail = h('div', {class: 'rail-place'});
  parts.opener = iconButton('panel', say('showRail'), () => showRail(true), {'aria-controls': 'rail', class: 'icon-button opener'});
  parts.curtain = h('div', {class: 'curtain', onclick: () => showRail(false)});
  parts.badge = h('span', {class: 'badge'}, say('sampleShort'));
  root.replaceChildren(
    h('a', {class: 'skip', href: '#composer', onclick: event => {
      event.preventDefault();
      parts.composer.focus();
    }}, say('skip')),
    parts.rail, parts.curtain,
    h('main', {},
      h('header', {class: 'bar'}, parts.opener, parts.title, parts.badge,
        iconButton('plus', say('newQuestion'), () => openNew(), {class: 'icon-button bar-new'})),
      parts.scroll,
      h('div', {class: 'composer-place', id: 'composer'}, parts.composer.element)));
  showRail(!narrow.matches && recall('rail', 'open') === 'open');
  fillRail();
  fillColumn();
}

const begun = () => state.id !== null || state.live !== null;

/** Whose data the answers are about and how far it goes; an import beside the open page changes it. */
function fillBar() {
  const {data} = state.start;
  parts.title.replaceChildren(h('b', {}, data.empty ? say('name') : companyName(data)), data.firstDay && begun() ? h('span', {}, loaded(data)) : '');
  parts.badge.hidden = !data.sample;
}

function fillRail() {
  parts.rail.replaceChildren(rail({
    viewer: state.start.viewer, conversations: state.conversations, current: state.id,
    onOpen: open, onNew: openNew, onClose: () => showRail(false), onLanguage: layOut,
    onSignOut: async () => {
      await api.signOut();
      location.assign('/');
    },
  }));
}

function showRail(open) {
  document.body.classList.toggle('rail-open', open);
  parts.rail.inert = !open;
  parts.opener.hidden = open && !narrow.matches;
  parts.opener.setAttribute('aria-expanded', String(open));
  if (!narrow.matches) {
    remember('rail', open ? 'open' : 'closed');
  } else if (open) {
    parts.rail.querySelector('button')?.focus();
  } else {
    parts.opener.focus();
  }
}

/** The whole conversation anew; a turn under way keeps its place at the end. */
function fillColumn() {
  const title = state.conversations.find(one => one.conversationId === state.id)?.title ?? state.messages[0]?.question;
  const {data} = state.start;
  document.title = title ? `${title} · ${say('name')}` : say('name');
  fillBar();
  parts.column.classList.toggle('empty', !begun());
  parts.column.replaceChildren(...[
    !begun() && firstSight(state.start, ask),
    ...state.messages.map(message => keptTurn(message, ask)),
    state.live?.element,
  ].filter(Boolean));
}

async function ask(text) {
  if (state.live) {
    return;
  }
  state.asked.push(text);
  const live = liveTurn(text, state.id, {onAsk: ask, onConversation: id => {
    state.id = id;
    history.replaceState(null, '', `#/c/${id}`);
  }});
  state.live = live;
  parts.composer.busy(true);
  if (parts.column.classList.contains('empty')) {
    fillColumn();
  } else {
    parts.column.append(live.element);
  }
  live.element.classList.add('newest');
  live.element.previousElementSibling?.classList.remove('newest');
  live.element.scrollIntoView({block: 'start'});
  parts.composer.focus();
  const message = await live.finished;
  if (state.live !== live) {
    return;
  }
  state.live = null;
  parts.composer.busy(false);
  if (message) {
    state.messages.push(message);
  }
  if (state.id) {
    [state.start, state.conversations] = await Promise.all([api.start(), api.conversations()]).catch(() => [state.start, state.conversations]);
    fillRail();
    fillBar();
  }
}

function leaveLive() {
  state.live?.stop();
  state.live = null;
  parts.composer.busy(false);
}

function openNew() {
  leaveLive();
  Object.assign(state, {id: null, messages: []});
  history.pushState(null, '', '/');
  settle();
  parts.scroll.scrollTop = 0;
}

async function open(id) {
  leaveLive();
  try {
    const {messages} = await api.conversation(id);
    Object.assign(state, {id, messages, asked: messages.map(message => message.question)});
    history.pushState(null, '', `#/c/${id}`);
  } catch (refusal) {
    if (refusal.status === 401) {
      root.replaceChildren(signedOut(false));
      return;
    }
    Object.assign(state, {id: null, messages: []});
    history.replaceState(null, '', '/');
  }
  settle();
  parts.column.lastElementChild?.scrollIntoView({block: 'start'});
}

function settle() {
  fillRail();
  fillColumn();
  if (narrow.matches) {
    showRail(false);
  }
  parts.composer.focus();
}

async function openFromAddress() {
  const id = /^#\/c\/(\w+)$/.exec(location.hash)?.[1];
  if (id && id !== state.id) {
    await open(id);
  }
}

addEventListener('popstate', () => parts.column && (location.hash ? openFromAddress() : openNew()));
document.addEventListener('signed-out', () => root.replaceChildren(signedOut(false)));
addEventListener('keydown', event => {
  if (event.key !== 'Escape') {
    return;
  }
  if (state.live) {
    state.live.stop();
  } else if (narrow.matches && document.body.classList.contains('rail-open')) {
    showRail(false);
  }
});
narrow.addEventListener('change', () => parts.rail && showRail(!narrow.matches && recall('rail', 'open') === 'open'));
