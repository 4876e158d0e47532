import { connect } from './api.js';
import { begin } from './assistant.js';
import { h, icon, iconButton } from './dom.js';
import { recall } from './storage.js';
import { show, standOn } from './surface.js';
import { tokens } from './tokens.js';
import { language, say } from './words.js';

const ELEMENT = 'sales-consultant';
const OPEN = 'sales-consultant.open';
const CONVERSATION = 'sales-consultant.conversation';
/** A site whose own session has ended often answers with its sign-in page instead. */
const TOKEN = /^wt_[\w-]+$/;

/**
 * Puts the assistant over a page of another site: a button, and behind it the same assistant as on its own page, in a shadow root, so that
 * neither's looks reach the other.
 *
 * @param script the site's script element; `data-token`, `data-token-url` or `window.salesConsultant.token()` gives the token
 */
export async function embed(script) {
  if (document.querySelector(ELEMENT)) {
    return; // a site that changes its page without leaving it runs the script again
  }
  const host = document.createElement(ELEMENT);
  document.documentElement.append(host);
  const site = new URL('..', import.meta.url).href.replace(/\/$/, '');
  connect({site, tokens: tokens(script.dataset.token, () => another(script.dataset.tokenUrl))});
  script.removeAttribute('data-token');
  const shadow = host.attachShadow({mode: 'open'});
  shadow.adoptedStyleSheets = await Promise.all(['style.css', 'widget.css'].map(name => sheet(`${site}/${name}`)));
  keepKeys(host);
  shadow.append(stage(site));
  host.popover = 'manual';
  host.showPopover();
}

/** The site's own function, else the address it named, which answers with the token or with what `POST /api/sessions` gave it. */
async function another(url) {
  if (globalThis.salesConsultant?.token) {
    return globalThis.salesConsultant.token();
  }
  if (!url) {
    throw new Error('no further token: set data-token-url, or window.salesConsultant.token');
  }
  const response = await fetch(url, {credentials: 'same-origin', headers: {Accept: 'application/json'}, cache: 'no-store'});
  if (!response.ok) {
    throw new Error(`${url} answered ${response.status}`);
  }
  const text = (await response.text()).trim();
  const token = text.startsWith('{') ? JSON.parse(text).token : text;
  if (!TOKEN.test(token)) {
    throw new Error(`${url} answered with something else than a token`);
  }
  return token;
}

/** Made by script, which the site's policy on styles does not touch. */
async function sheet(url) {
  const made = new CSSStyleSheet();
  made.replaceSync(await (await fetch(url)).text());
  return made;
}

/** What is typed here is no shortcut of the site's. */
function keepKeys(host) {
  for (const type of ['keydown', 'keypress', 'keyup']) {
    host.addEventListener(type, event => event.stopPropagation());
  }
}

function stage(site) {
  const announcer = h('div', {class: 'unseen', role: 'status', 'aria-live': 'polite'});
  const root = h('div', {class: 'app'});
  const panel = h('section', {class: 'panel', role: 'dialog', 'aria-label': say('name'), hidden: true}, root);
  const launched = h('span', {}, say('launch'));
  const launcher = h('button', {type: 'button', class: 'launcher', onclick: () => open(true)}, icon('mark'), launched);
  const element = h('div', {class: 'stage', lang: language()}, launcher, panel, announcer);
  let begun = null;
  standOn(element, announcer);
  show(recall('appearance', 'auto'));
  if (visit(OPEN)) {
    open(true);
  }
  return element;

  function open(now) {
    panel.hidden = !now;
    launcher.hidden = now;
    launched.textContent = say('launch');
    visit(OPEN, now ? 'yes' : '');
    if (!now) {
      launcher.focus();
    } else if (begun) {
      begun.focus();
    } else {
      begun = begin({root, keys: panel, address: address(site), signedOutAs: () => 'sessionEnded', embedded: {close: () => open(false), buttons}});
    }
  }

  function buttons() {
    const larger = iconButton('larger', say('larger'), () => {
      const large = panel.classList.toggle('large');
      larger.setAttribute('aria-pressed', String(large));
    }, {'aria-pressed': String(panel.classList.contains('large')), class: 'icon-button widget-larger'});
    return [larger, iconButton('close', say('close'), () => open(false))];
  }
}

/** The site's address is not touched: which conversation is open is kept for the visit. */
function address(site) {
  return {
    read() {
      const [conversation, message] = visit(CONVERSATION)?.split('/') ?? [];
      return {conversation, message};
    },
    write: (conversation, {message} = {}) => visit(CONVERSATION, [conversation, message].filter(Boolean).join('/')),
    href: (conversation, message) => `${site}/#/c/${conversation}${message ? `/${message}` : ''}`,
    title() {},
    onChange() {},
  };
}

/** Kept while the tab is open; sites may refuse storage. */
function visit(name, value) {
  try {
    if (value !== undefined) {
      sessionStorage.setItem(name, value);
    }
    return sessionStorage.getItem(name) || undefined;
  } catch {
    return undefined;
  }
}
