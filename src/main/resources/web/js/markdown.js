import { marked } from '../vendor/marked.js';
import purify from '../vendor/purify.js';
import { h } from './dom.js';

const ALLOWED = {
  ALLOWED_TAGS: ['p', 'br', 'strong', 'em', 'del', 'code', 'pre', 'ul', 'ol', 'li', 'blockquote', 'h3', 'h4', 'hr', 'a', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ALLOWED_ATTR: ['href', 'start', 'align'],
  ALLOWED_URI_REGEXP: /^(?:https?|mailto):/i,
  RETURN_DOM_FRAGMENT: true,
};
/** Full stops that end a sentence: not the one in £2.38 million. */
const SENTENCE = /[。！？]|[.!?](?=\s)/;

const asWritten = ({raw}) => raw.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/* What looks like HTML or a picture is a name in the data and stands as it is written there. */
marked.use({renderer: {
  html: token => /^<br\s*\/?>\s*$/i.test(token.raw) ? token.raw : token.block ? `<p>${asWritten(token)}</p>` : asWritten(token),
  image: asWritten,
}});

/* A link shows where it leads: a name in the data may be written as one. */
purify.addHook('afterSanitizeAttributes', node => {
  if (node.tagName === 'A') {
    node.textContent = node.getAttribute('href') ?? node.textContent;
    node.setAttribute('target', '_blank');
    node.setAttribute('rel', 'noopener noreferrer');
  }
});

/** Fills an element with an answer's text; its first sentence, the point, is set larger. Nothing in it can run or load. */
export function fillText(element, text) {
  const html = marked.parse(text.replace(/^# /gm, '### ').replace(/^## /gm, '### '), {async: false, gfm: true, breaks: true});
  element.replaceChildren(purify.sanitize(html, ALLOWED));
  if (element.firstElementChild?.tagName === 'P') {
    emphasise(element.firstElementChild);
  }
}

function emphasise(paragraph) {
  const point = h('span', {class: 'point'});
  for (const node of [...paragraph.childNodes]) {
    const end = node.nodeType === Node.TEXT_NODE ? SENTENCE.exec(node.data) : null;
    if (end) {
      node.splitText(end.index + 1);
    }
    point.append(node);
    if (end) {
      break;
    }
  }
  paragraph.prepend(point);
}
