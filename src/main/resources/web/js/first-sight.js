import { copyButton } from './copy.js';
import { h, icon } from './dom.js';
import { day, integer } from './format.js';
import { language, say } from './words.js';

/**
 * Before the first question: whose data this is, how far it goes, and what can be asked with one click.
 *
 * @param onAttach lets a file be chosen; null: this viewer gives none
 */
export function firstSight(start, {onAsk, onAgain, onAttach}) {
  const {data, examples} = start;
  if (data.empty) {
    return nothingImported(onAgain, onAttach);
  }
  const offered = examples[language()] ?? [];
  return h('section', {class: 'first-sight'},
    h('h1', {}, say('greeting', {company: companyName(data)})),
    data.firstDay && h('p', {class: 'loaded'}, loaded(data)),
    data.sample && sampleNotice(onAttach),
    offered.length > 0 && h('h2', {class: 'unseen'}, say('examples')),
    h('ul', {class: 'examples'}, offered.map((example, index) => h('li', {},
      h('button', {type: 'button', onclick: () => onAsk(example.question)},
        h('span', {class: 'job'}, offered[index - 1]?.group === example.group ? h('span', {class: 'unseen-wide'}, say(`groups.${example.group}`)) : say(`groups.${example.group}`)),
        h('span', {class: 'example'}, example.question), icon('arrow'))))));
}

export const loaded = data => say('loaded', {lines: integer(data.lines), from: day(data.firstDay), to: day(data.newestDay)});

/** The company's own name; the server has a stand-in for a warehouse without one. */
export const companyName = data => data.company === 'your company' ? say('unnamed') : data.company;

function nothingImported(onAgain, onAttach) {
  return h('section', {class: 'first-sight state'},
    h('h1', {}, say('nothingTitle')), h('p', {}, say('nothingText')),
    onAttach && h('p', {}, attach(onAttach)), h('p', {}, say(onAttach ? 'orDrop' : 'byTerminal')), command(say('importCommand')),
    h('p', {}, say('nothingNext')), h('button', {type: 'button', class: 'chip', onclick: onAgain}, say('reload')));
}

/** While the sample company answers: whose numbers these are not, and how to bring in one's own. */
function sampleNotice(onAttach) {
  return h('aside', {class: 'notice'}, h('span', {}, say('sampleNotice')), onAttach ? attach(onAttach) : command(say('importCommand')));
}

/**
 * @param as `signedOut`, `linkUsed`, or on another site `sessionEnded`
 * @param refusal the server's or the site's, for whoever set the site up
 * @param linked whether the address leads to a conversation
 */
export function signedOut(as, {refusal, linked, onRetry}) {
  const onSite = as === 'sessionEnded';
  return h('main', {class: 'alone'}, h('section', {class: 'first-sight state'},
    mark(), h('h1', {}, say(`${as}Title`)), h('p', {}, say(`${as}Text`)),
    onSite ? h('button', {type: 'button', class: 'chip', onclick: onRetry}, say('retry')) : command(say('keyCommand')),
    onSite && refusal && h('p', {class: 'aside'}, `${refusal.message} ${refusal.hint ?? ''}`),
    !onSite && linked && h('p', {}, say('thenLink'))));
}

export function offline(onRetry) {
  return h('main', {class: 'alone'}, h('section', {class: 'first-sight state', role: 'alert'},
    mark(), h('h1', {}, say('offlineTitle')), h('p', {}, say('offlineText')),
    h('button', {type: 'button', class: 'chip', onclick: onRetry}, say('retry'))));
}

/** Above what can be asked: why a conversation is not shown. @param kept the server's refusal, or the conversation without any answer */
export function notOpened(kept, onRetry) {
  const words = kept.status === 404 ? say('gone') : kept.message ?? say('unanswered');
  return h('aside', {class: 'notice', role: 'alert'}, h('span', {}, words),
    kept.status !== 404 && h('button', {type: 'button', class: 'chip', onclick: onRetry}, say('retry')));
}

const mark = () => h('span', {class: 'mark'}, icon('mark'));

const attach = onAttach => h('button', {type: 'button', class: 'chip', onclick: onAttach}, say('chooseFile'));

const command = text => h('div', {class: 'command'}, h('code', {}, text), copyButton(() => text));
