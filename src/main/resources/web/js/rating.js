import * as api from './api.js';
import { h, iconButton } from './dom.js';
import { announce } from './surface.js';
import { say } from './words.js';

/** Two thumbs, of which the one down asks on a line what was wrong; the message keeps what was given. */
export function rating(message, line) {
  const up = iconButton('up', say('right'), () => send('right', ''));
  const down = iconButton('down', say('wrong'), () => send('wrong', '').then(kept => kept && askWhy()));
  show(message.rating);

  function show(given) {
    up.setAttribute('aria-pressed', String(given === 'right'));
    down.setAttribute('aria-pressed', String(given === 'wrong'));
  }

  async function send(given, reason) {
    try {
      await api.rate(message.messageId, given, reason);
      message.rating = given;
    } catch (refusal) {
      line.replaceChildren(`${refusal.message} ${refusal.hint ?? ''}`);
      return false;
    }
    show(given);
    line.replaceChildren();
    announce(say('thanks'));
    return true;
  }

  function askWhy() {
    const input = h('input', {type: 'text', maxlength: '1000', placeholder: say('whatWrong'), 'aria-label': say('whatWrong')});
    line.replaceChildren(h('form', {onsubmit: async event => {
      event.preventDefault();
      if (await send('wrong', input.value)) {
        line.replaceChildren(say('thanks'));
      }
    }}, input, h('button', {type: 'submit', class: 'quiet'}, say('sendReason'))));
    input.focus();
  }

  return [up, down];
}
