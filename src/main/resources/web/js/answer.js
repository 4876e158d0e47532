import * as api from './api.js';
import { chart } from './chart.js';
import { asText, copyButton } from './copy.js';
import { h, icon, iconButton } from './dom.js';
import { figures } from './figures.js';
import { clock } from './format.js';
import { fillText } from './markdown.js';
import { provenance } from './provenance.js';
import { rating } from './rating.js';
import { save } from './save.js';
import { announce } from './surface.js';
import { table } from './table.js';
import { say } from './words.js';

/** The text of an answer, with what kind of refusal it is where it is one. */
export function answerText(answer) {
  const text = h('div', {class: 'text'});
  fillText(text, answer.text);
  return answer.status === 'answered' ? text : refusal(answer.status, text);
}

function refusal(status, text) {
  return h('div', {class: `refusal ${status}`}, status !== 'clarify' && h('div', {class: 'refusal-kind'}, say(status)), text);
}

/** All that stands under the text: findings, what to ask next, what to do with the answer. */
export function answerRest(message, {steps = [], onAsk, link}) {
  const {question, answer} = message;
  const line = h('div', {class: 'reason'});
  const findings = answer.findings.map(finding => findingBlock(finding, answer.text, steps, answer.findings.length > 1, line));
  const alone = findings.length === 1 ? findings[0].exports : [];
  return [
    ...findings.map(block => block.element),
    suggestions(answer, onAsk),
    h('div', {class: 'actions'},
      copyButton(() => asText(answer)), alone,
      copyButton(() => link(answer.messageId), {icon: 'link', label: say('link')}),
      iconButton('again', say('askAgain'), () => onAsk(question)), rating(message, line),
      h('span', {class: 'made-by'}, `${say('answered', {seconds: clock(answer.elapsedMs)})}, ${say(answer.brain)}`)),
    line,
  ];
}

/** @param said the answer's text: a caveat it has already is not said twice @param line where it is said that a file could not be had */
function findingBlock(finding, said, steps, several, line) {
  const caveats = finding.caveats.filter(caveat => !said.includes(caveat));
  const drawn = chart(finding);
  const large = figures(finding);
  const download = (ending, title, file) => h('button', {type: 'button', class: 'quiet', title, onclick: () =>
    file().then(blob => save(blob, `${finding.title}.${ending}`), failed)}, icon('download'), say(ending));
  const failed = error => {
    line.replaceChildren(error.message);
    announce(error.message);
  };
  const exports = [
    finding.rows.length > 0 && download('csv', say('csvOf'), () => api.csv(finding.id)),
    drawn && download('png', say('pngOf'), drawn.png),
  ];
  const element = h('section', {class: 'finding', 'aria-label': finding.title},
    (drawn || !large) && finding.rows.length > 0 && h('h3', {}, finding.title),
    large, drawn,
    finding.rows.length > (large ? 1 : 0) && table(finding),
    caveats.length > 0 && h('ul', {class: 'caveats'}, caveats.map(caveat => h('li', {}, icon('note'), h('span', {}, caveat)))),
    h('div', {class: 'finding-foot'}, provenance(finding, steps), several && h('div', {class: 'exports'}, exports)));
  return {element, exports};
}

/** Whole questions to click: the options of a question asked back stand under each other, as answers to it. */
function suggestions(answer, onAsk) {
  if (answer.suggestions.length === 0) {
    return null;
  }
  return h('ul', {class: answer.status === 'clarify' ? 'options' : 'chips', 'aria-label': say('next')},
    answer.suggestions.map(question => h('li', {}, h('button', {type: 'button', class: 'chip', onclick: () => onAsk(question)}, question))));
}
