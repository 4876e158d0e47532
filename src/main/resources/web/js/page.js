import { connect } from './api.js';
import { begin } from './assistant.js';
import { standOn } from './surface.js';
import { say } from './words.js';

/* The page of its own: the address says which conversation is open, and a cookie who is signed in. */

const CONVERSATION = /^#\/c\/(\w+)(?:\/(\w+))?$/;

const path = (conversation, message) => `/#/c/${conversation}${message ? `/${message}` : ''}`;

const address = {
  read() {
    const [, conversation, message] = CONVERSATION.exec(location.hash) ?? [];
    return {conversation, message};
  },
  write(conversation, {message, instead = false} = {}) {
    const to = conversation ? path(conversation, message) : '/';
    if (to !== location.pathname + location.hash) {
      history[instead ? 'replaceState' : 'pushState'](null, '', to);
    }
  },
  href: (conversation, message) => location.origin + path(conversation, message),
  title(question) {
    document.title = question ? `${question} · ${say('name')}` : say('name');
  },
  onChange: changed => addEventListener('popstate', changed),
};

standOn(document.documentElement, document.getElementById('announcer'));
connect({site: '', tokens: null});
begin({root: document.getElementById('app'), keys: window, address, signedOutAs: () => location.pathname.startsWith('/sign-in/') ? 'linkUsed' : 'signedOut'});
