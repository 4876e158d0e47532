import { h } from './dom.js';
import { say } from './words.js';

const TABLES = '.csv,.tsv,.txt,.tab,.xlsx,.json,.jsonl,.ndjson,.gz';

/** Lets a person choose files where they cannot drop them. */
export function choose(onFiles) {
  const input = h('input', {type: 'file', multiple: true, accept: TABLES, onchange: () => onFiles([...input.files])});
  input.click();
}

/**
 * Takes files that are dropped onto an element, and shows while they hover that it would; one that is not wanted is not opened by
 * the browser either.
 *
 * @param onFiles gives what takes them, null while nobody does
 */
export function takeDrops(element, onFiles) {
  const hint = h('div', {class: 'drop-hint', hidden: true}, h('span', {}, say('dropHere')));
  const carries = event => event.dataTransfer?.types.includes('Files');
  element.addEventListener('dragover', event => {
    if (carries(event)) {
      event.preventDefault();
      event.dataTransfer.dropEffect = onFiles() ? 'copy' : 'none';
      hint.hidden = !onFiles();
    }
  });
  element.addEventListener('dragleave', event => {
    if (!element.contains(event.relatedTarget)) {
      hint.hidden = true;
    }
  });
  element.addEventListener('drop', event => {
    if (carries(event)) {
      event.preventDefault();
      hint.hidden = true;
      onFiles()?.([...event.dataTransfer.files]);
    }
  });
  return hint;
}
