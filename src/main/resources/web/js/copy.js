import { announce, h, icon } from './dom.js';
import { say } from './words.js';

/** Copies what it is asked for and says so for a moment. */
export function copyButton(text, attributes = {}) {
  const button = h('button', {type: 'button', class: 'quiet', ...attributes}, icon('copy'), h('span', {}, say('copy')));
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text());
    button.replaceChildren(icon('check'), h('span', {}, say('copied')));
    announce(say('copied'));
    setTimeout(() => button.replaceChildren(icon('copy'), h('span', {}, say('copy'))), 1500);
  });
  return button;
}

/** An answer as text that pastes into a mail or, tables being tab-separated, into a sheet. */
export function asText(answer) {
  const tables = answer.findings.map(finding => [finding.title, finding.columns.map(column => column.name).join('\t'),
    ...finding.rows.map(row => row.map(cell => cell ?? '').join('\t'))].join('\n'));
  return [answer.text, ...tables].join('\n\n');
}
