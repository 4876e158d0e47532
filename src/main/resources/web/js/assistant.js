import * as api from './api.js';
import { composer } from './composer.js';
import { h, iconButton, isComposing } from './dom.js';
import { choose, takeDrops } from './files.js';
import { companyName, firstSight, loaded, notOpened, offline, signedOut } from './first-sight.js';
import { importTurn } from './import.js';
import { rail } from './rail.js';
import { recall, remember } from './storage.js';
import { surface } from './surface.js';
import { keptTurn, liveTurn } from './turn.js';
import { language, say } from './words.js';

/** From so many pixels on conversations stand beside the open one instead of over it. */
const BROAD = 861;

/**
 * What is known: `turns` are what stands in the open conversation, messages as the history has them, and elements where it has none (a file
 * given, a turn that was broken off); `asked` all questions of this visit; `draft` what is to be written where questions are.
 */
const state = {start: null, conversations: [], id: null, turns: [], asked: [], draft: '', live: null};
/** The parts that change one by one. */
const parts = {};
/** Where it all stands, see {@link begin}. */
let place;
let dropHint;

/**
 * Fills an element with the assistant.
 *
 * @param given `root` the element; `keys` where its keys are heard; `address` which conversation is open and how it is linked to;
 *   `signedOutAs` what to say to who is not signed in; on another site `embedded`, with what stands at the end of its bar
 * @returns `{focus}`
 */
export function begin(given) {
  place = given;
  surface.element.lang = language();
  place.address.onChange(() => parts.column && openFromAddress());
  surface.element.addEventListener('signed-out', event => leave(event.detail));
  place.keys.addEventListener('keydown', escape);
  dropHint = takeDrops(place.root, () => state.start?.largestImport > 0 ? importAll : null);
  let broad = isBroad();
  new ResizeObserver(() => {
    if (isBroad() !== broad && parts.rail) {
      broad = isBroad();
      showRail(broad && recall('rail', 'open') === 'open');
    }
  }).observe(place.root);
  start();
  return {focus: () => parts.composer?.focus()};
}

const isBroad = () => place.root.clientWidth >= BROAD;

async function start() {
  try {
    [state.start, state.conversations] = await Promise.all([api.start(), api.conversations()]);
  } catch (refusal) {
    if (refusal.status === 401 || refusal.status === 403) {
      leave(refusal);
    } else {
      place.root.replaceChildren(offline(start));
    }
    return;
  }
  layOut();
  await openFromAddress();
  parts.composer.focus();
}

/** Nobody is signed in any more; what was asked in vain or being written stands there again afterwards. */
function leave(refusal) {
  state.draft = state.live ? state.asked.at(-1) : parts.composer?.written() ?? '';
  place.root.replaceChildren(signedOut(place.signedOutAs(), {refusal, linked: place.address.read().conversation, onRetry: start}));
}

function layOut() {
  parts.composer = composer({onAttach: attaching(), onAsk: ask, onStop: () => state.live?.stop(), recalled: () => state.asked});
  parts.column = h('div', {class: 'column', id: 'column'});
  parts.scroll = h('div', {class: 'scroll'}, parts.column);
  parts.title = h('div', {class: 'title'});
  parts.conversations = rail({
    viewer: state.start.viewer, href: place.address.href, onSearch: api.conversations,
    onOpen: open, onNew: openNew, onClose: () => showRail(false), onLanguage: layOutAgain,
    onSignOut: place.embedded ? null : async () => {
      await api.signOut();
      location.assign('/');
    },
  });
  parts.rail = h('div', {class: 'rail-place'}, parts.conversations.element);
  parts.opener = iconButton('panel', say('showRail'), () => showRail(true), {'aria-controls': 'rail', class: 'icon-button opener'});
  parts.curtain = h('div', {class: 'curtain', onclick: () => showRail(false)});
  parts.badge = h('span', {class: 'badge'}, say('sampleShort'));
  parts.frame = h('div', {class: 'frame'}, dropHint,
    h('button', {type: 'button', class: 'skip', onclick: () => parts.composer.focus()}, say('skip')),
    parts.rail, parts.curtain,
    h(place.embedded ? 'div' : 'main', {class: 'main'},
      h(place.embedded ? 'div' : 'header', {class: 'bar'}, parts.opener, parts.title, parts.badge,
        iconButton('plus', say('newQuestion'), () => openNew(), {class: 'icon-button bar-new'}), place.embedded?.buttons()),
      parts.scroll,
      h('div', {class: 'composer-place'}, parts.composer.element)));
  place.root.replaceChildren(parts.frame);
  parts.composer.write(state.draft);
  parts.composer.busy(state.live !== null);
  showRail(isBroad() && recall('rail', 'open') === 'open');
  fillRail();
  fillColumn();
}

/** In the language just chosen, where its button keeps the focus. */
function layOutAgain() {
  state.draft = parts.composer.written();
  layOut();
  parts.rail.querySelector(`[data-value="${language()}"]`).focus();
}

/** Lets files be chosen, where the viewer may bring data in. */
const attaching = () => state.start.largestImport > 0 ? () => choose(importAll) : null;

const begun = () => state.live !== null || state.turns.length > 0;

/** Whose data the answers are about and how far it goes; an import beside the open page changes it. */
function fillBar() {
  const {data} = state.start;
  parts.title.replaceChildren(h(begun() && !place.embedded ? 'h1' : 'b', {}, data.empty ? say('name') : companyName(data)), data.firstDay && begun() ? h('span', {}, loaded(data)) : '');
  parts.badge.hidden = !data.sample;
}

const fillRail = () => parts.conversations.fill(state.conversations, state.id);

const isRailOpen = () => parts.frame.classList.contains('rail-open');

function showRail(open) {
  parts.frame.classList.toggle('rail-open', open);
  parts.rail.inert = !open;
  parts.opener.hidden = open && isBroad();
  parts.opener.setAttribute('aria-expanded', String(open));
  if (isBroad()) {
    remember('rail', open ? 'open' : 'closed');
  } else if (open) {
    parts.rail.querySelector('button')?.focus();
  } else {
    parts.opener.focus();
  }
}

/** The whole conversation anew; a turn under way keeps its place at the end. */
function fillColumn() {
  place.address.title(state.conversations.find(one => one.conversationId === state.id)?.title ?? state.turns.find(turn => turn.question)?.question);
  fillBar();
  parts.column.classList.toggle('empty', !begun());
  parts.column.replaceChildren(...[
    !begun() && firstSight(state.start, {onAsk: ask, onAgain: start, onAttach: attaching()}),
    ...state.turns.map(turn => turn instanceof Element ? turn : keptTurn(turn, turnOptions())),
    state.live?.element,
  ].filter(Boolean));
}

const turnOptions = () => ({onAsk: ask, link: messageId => place.address.href(state.id, messageId)});

async function ask(text) {
  if (state.live) {
    return;
  }
  state.asked.push(text);
  const live = liveTurn(text, state.id, {...turnOptions(), onConversation: id => {
    state.id = id;
    place.address.write(id, {instead: true});
  }});
  state.live = live;
  parts.composer.busy(true);
  stand(live.element);
  parts.composer.focus();
  const message = await live.finished;
  if (state.live !== live) {
    return;
  }
  state.live = null;
  parts.composer.busy(false);
  state.turns.push(message ?? live.element);
  if (state.id) {
    await refresh();
  }
}

/** Puts a turn at the end, with room for what is to come, and in sight. */
function stand(turn) {
  if (parts.column.classList.contains('empty')) {
    fillColumn();
  } else {
    parts.column.append(turn);
  }
  turn.previousElementSibling?.classList.remove('newest');
  turn.classList.add('newest');
  turn.scrollIntoView({block: 'start'});
}

function importAll(files) {
  const {data, largestImport} = state.start;
  for (const file of files) {
    const turn = importTurn(file, {largest: largestImport, currency: data.sample ? null : data.currency, onChange: refresh});
    state.turns.push(turn);
    stand(turn);
  }
}

/** What a turn may have changed: the conversations, and by an import beside it the data. */
async function refresh() {
  [state.start, state.conversations] = await Promise.all([api.start(), api.conversations()]).catch(() => [state.start, state.conversations]);
  fillRail();
  fillBar();
}

function leaveLive() {
  state.live?.stop();
  state.live = null;
  parts.composer.busy(false);
}

function openNew() {
  place.address.write(null);
  openFromAddress();
}

/** @param messageId the answer to show, else the newest */
function open(id, messageId) {
  place.address.write(id, {message: messageId});
  openFromAddress();
}

/** Shows what the address says and leaves the address alone, so that back and forward lead where they led before. */
async function openFromAddress() {
  const {conversation, message} = place.address.read();
  leaveLive();
  const kept = conversation ? await api.conversation(conversation).catch(refusal => refusal) : {messages: []};
  if (place.address.read().conversation !== conversation) {
    return; // another has been opened meanwhile
  }
  if (kept.status === 401) {
    leave(kept);
    return;
  }
  const {messages = []} = kept;
  Object.assign(state, {id: kept.messages && conversation || null, turns: messages, asked: messages.map(one => one.question)});
  settle();
  if (conversation && messages.length === 0) {
    parts.column.prepend(notOpened(kept, openFromAddress));
  }
  const linked = message && parts.column.querySelector(`[data-message="${message}"]`);
  linked?.classList.add('linked');
  (linked ?? parts.column.lastElementChild)?.scrollIntoView({block: 'start'});
}

function settle() {
  fillRail();
  fillColumn();
  if (!isBroad()) {
    showRail(false);
  }
  parts.composer.focus();
}

function escape(event) {
  if (event.key !== 'Escape' || isComposing(event)) {
    return;
  }
  if (state.live) {
    state.live.stop();
  } else if (parts.frame && !isBroad() && isRailOpen()) {
    showRail(false);
  } else {
    place.embedded?.close();
  }
}
