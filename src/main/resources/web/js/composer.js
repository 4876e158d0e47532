import { h, iconButton, isComposing } from './dom.js';
import { dictation } from './voice.js';
import { language, say } from './words.js';

const LONGEST = 8000;

/**
 * Where questions are written: grows to six lines; Enter asks, Shift+Enter breaks, Up recalls, Esc stops.
 *
 * @param recalled gives the questions asked so far, the oldest first
 * @param onAttach lets a file be chosen; null: this viewer gives none
 */
export function composer({onAsk, onStop, onAttach, recalled}) {
  const input = h('textarea', {rows: '1', placeholder: say('ask'), 'aria-label': say('askLabel'), autocomplete: 'off', enterkeyhint: 'send', oninput: changed, onkeydown: key});
  const send = iconButton('send', say('send'), submit, {class: 'send'});
  const stop = iconButton('stop', say('stop'), onStop, {class: 'send', hidden: true});
  const note = h('p', {class: 'hint', 'aria-live': 'polite'}, say('hint'));
  const element = h('form', {class: 'composer', onsubmit: event => {
    event.preventDefault();
    submit();
  }}, h('div', {class: 'composer-box', onclick: event => event.target === event.currentTarget && input.focus()},
    onAttach && iconButton('attach', say('attach'), onAttach), input, microphone(), send, stop), note);
  let running = false;
  let back = 0;
  let draft = '';
  changed();

  function changed() {
    if (input.isConnected) {
      input.style.height = 'auto';
      input.style.height = `${input.scrollHeight}px`;
    }
    const over = input.value.length - LONGEST;
    note.textContent = over > 0 ? say('tooLong', {over}) : say('hint');
    note.classList.toggle('over', over > 0);
    send.disabled = input.value.trim() === '' || over > 0;
  }

  /** Hidden until the browser says that it understands speech here. What is said comes after what was written. */
  function microphone() {
    let stopListening = null;
    const button = iconButton('microphone', say('dictate'), () => stopListening ? stopListening() : listen(), {hidden: true, 'aria-pressed': 'false'});
    const dictating = dictation(language());
    dictating.then(start => button.hidden = !start);
    const on = now => {
      button.setAttribute('aria-pressed', String(now));
      note.textContent = say(now ? 'listening' : 'hint');
    };
    async function listen() {
      const written = input.value && `${input.value.trimEnd()} `;
      stopListening = (await dictating)(text => set(written + text), () => {
        stopListening = null;
        on(false);
        input.focus();
      });
      on(true);
    }
    return button;
  }

  function submit() {
    if (running || send.disabled) {
      return;
    }
    const text = input.value.trim();
    set('');
    back = 0;
    onAsk(text);
  }

  function set(text) {
    input.value = text;
    changed();
    input.setSelectionRange(text.length, text.length);
  }

  function key(event) {
    if (isComposing(event)) {
      return;
    }
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      submit();
    } else if (event.key === 'ArrowUp' && (back > 0 || input.value === '')) {
      move(event, 1);
    } else if (event.key === 'ArrowDown' && back > 0) {
      move(event, -1);
    } else if (event.key.length === 1) {
      back = 0;
    }
  }

  /** Through the questions asked, as a shell does; what was being written waits at the end. */
  function move(event, by) {
    const asked = recalled();
    const to = Math.max(0, Math.min(asked.length, back + by));
    if (asked.length === 0) {
      return;
    }
    event.preventDefault();
    draft = back === 0 ? input.value : draft;
    back = to;
    set(back === 0 ? draft : asked[asked.length - back]);
  }

  return {
    element,
    focus: () => input.focus(),
    write: set,
    written: () => input.value,
    busy(now) {
      running = now;
      send.hidden = now;
      stop.hidden = !now;
    },
  };
}
