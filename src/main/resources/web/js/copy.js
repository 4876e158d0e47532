import { h, icon } from './dom.js';
import { announce, surface } from './surface.js';
import { say } from './words.js';

/** Copies what it is asked for and says so for a moment; one with a drawing of its own shows that alone. */
export function copyButton(text, {icon: drawing, label} = {}) {
  const button = h('button', {type: 'button', class: drawing ? 'icon-button' : 'quiet', 'aria-label': label, title: label});
  const show = (name, words) => button.replaceChildren(icon(name), drawing ? '' : h('span', {}, words));
  button.addEventListener('click', async () => {
    await toClipboard(text());
    button.focus();
    show('check', say('copied'));
    announce(say('copied'));
    setTimeout(() => show(drawing ?? 'copy', say('copy')), 1500);
  });
  show(drawing ?? 'copy', say('copy'));
  return button;
}

/** Only pages that came by https or from this machine have a clipboard; elsewhere what is selected can be copied. */
async function toClipboard(text) {
  if (navigator.clipboard) {
    return navigator.clipboard.writeText(text);
  }
  const area = h('textarea', {class: 'unseen', 'aria-hidden': 'true'});
  area.value = text;
  surface.announcer.after(area);
  area.select();
  document.execCommand('copy');
  area.remove();
}

/** An answer as text that pastes into a mail or, tables being tab-separated, into a sheet. */
export function asText(answer) {
  const tables = answer.findings.map(finding => [finding.title, finding.columns.map(column => column.name).join('\t'),
    ...finding.rows.map(row => row.map(cell => cell ?? '').join('\t'))].join('\n'));
  return [answer.text, ...tables].join('\n\n');
}
