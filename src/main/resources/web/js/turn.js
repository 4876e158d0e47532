import * as api from './api.js';
import { answerRest, answerText } from './answer.js';
import { h } from './dom.js';
import { fillText } from './markdown.js';
import { announce, surface } from './surface.js';
import { say } from './words.js';

/** From so many characters on a question may be cut to six lines, and is scrolled by keys, too. */
const LONG = 160;

/** A question and its answer as they stand in a conversation. */
export function keptTurn(message, options) {
  return h('article', {class: 'turn', 'data-message': message.messageId}, question(message.question),
    h('div', {class: 'answer'}, answerText(message.answer), answerRest(message, options)));
}

const question = text => h('h2', {class: 'question', tabindex: text.length > LONG ? '0' : null}, h('span', {class: 'unseen'}, `${say('you')}: `), text);

/**
 * A turn under way: the steps as they happen, then the text as it comes, then the findings all at once under the finished
 * text, so that nothing ever moves under the pointer.
 *
 * @returns `{element, stop, finished}`; `finished` gives the message as the history will have it, or null where none was completed
 */
export function liveTurn(text, conversationId, {onConversation, ...options}) {
  const abort = new AbortController();
  const steps = h('p', {class: 'steps working'}, say('working'));
  const said = h('div', {class: 'text'});
  const answer = h('div', {class: 'answer', 'aria-busy': 'true'}, steps, said);
  const element = h('article', {class: 'turn'}, question(text), answer);
  return {element, stop: () => abort.abort(), finished: run()};

  async function run() {
    const heard = [];
    let written = '';
    let message = null;
    let frame = 0;
    const write = () => {
      frame = 0;
      fillText(said, written);
    };
    try {
      for await (const {name, data} of api.ask(text, conversationId, abort.signal)) {
        if (name === 'started') {
          onConversation(data.conversationId);
        } else if (name === 'tool' && data.words) {
          heard.push(data.words);
          steps.replaceChildren(...line(heard));
          announce(data.words);
        } else if (name === 'token') {
          written += data.text;
          frame ||= requestAnimationFrame(write);
        } else if (name === 'done') {
          steps.replaceChildren(...line(heard));
          steps.hidden = heard.length === 0;
          said.replaceWith(answerText(data));
          message = {messageId: data.messageId, question: text, answer: data, rating: ''};
          element.dataset.message = data.messageId;
          answer.append(...answerRest(message, {...options, steps: heard}).filter(Boolean));
          announce(data.text);
        }
      }
    } catch (error) {
      answer.append(...brokenOff(error, () => options.onAsk(text)));
    } finally {
      cancelAnimationFrame(frame);
      if (written && answer.contains(said)) {
        fillText(said, written);
      }
      steps.classList.remove('working');
      if (heard.length === 0) {
        steps.remove();
      }
      answer.removeAttribute('aria-busy');
    }
    return message;
  }
}

const line = heard => heard.flatMap((words, index) => [index > 0 && h('span', {class: 'dot', 'aria-hidden': 'true'}, '·'), h('span', {}, words)]).filter(Boolean);

/** Stopped by the reader, refused by the server, or lost on the way: what happened and what to do. */
function brokenOff(error, again) {
  const retry = words => h('button', {type: 'button', class: 'chip', onclick: again}, words);
  if (error.name === 'AbortError') {
    return [h('p', {class: 'aside'}, say('stopped')), retry(say('askAgain'))];
  }
  if (error.status === 401) {
    surface.element.dispatchEvent(new CustomEvent('signed-out', {detail: error}));
  }
  const advice = error.code === 'offline' ? say('offlineText') : error.hint;
  return [h('div', {class: 'refusal failed', role: 'alert'}, h('div', {class: 'refusal-kind'}, error.message || say('failed')), advice && h('p', {}, advice)),
    retry(say(error.status === 0 ? 'retry' : 'askAgain'))];
}
