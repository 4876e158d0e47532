import * as api from './api.js';
import { h, icon } from './dom.js';
import { integer } from './format.js';
import { announce } from './surface.js';
import { language, say } from './words.js';

const MEGABYTE = 1 << 20;

/**
 * A file that a person gave: how it would be read, then, once they say yes, what became of it. Stands among the turns, but in no
 * history.
 *
 * @param largest in bytes
 * @param currency of the warehouse; null: still to be said
 * @param onChange told when the data has changed
 */
export function importTurn(file, {largest, currency, onChange}) {
  const answer = h('div', {class: 'answer'});
  const element = h('article', {class: 'turn'}, h('h2', {class: 'question'}, say('importOf', {file: file.name})), answer);
  look();
  return element;

  async function look() {
    if (file.size > largest) {
      answer.replaceChildren(failure(say('fileTooLarge', {megabytes: integer(largest / MEGABYTE)})));
      return;
    }
    answer.replaceChildren(working(say('fileIsRead')));
    try {
      plan(await api.sendFile(file));
    } catch (refusal) {
      answer.replaceChildren(failure(refusal.message, refusal.hint), retry(look));
    }
  }

  function plan({id, tables}) {
    const proposed = tables.find(table => table.currency)?.currency ?? '';
    const code = currency ? null : h('input', {type: 'text', id: 'import-currency', maxlength: '3', size: '5', autocomplete: 'off', spellcheck: 'false', value: proposed, placeholder: 'GBP'});
    const yes = h('button', {type: 'submit', class: 'chip main-chip'}, say('importIt'));
    const form = h('form', {class: 'import-form', onsubmit: event => {
      event.preventDefault();
      run(id, code?.value.trim() || null);
    }}, code && h('label', {for: 'import-currency'}, say('currency')), code, yes,
      h('button', {type: 'button', class: 'chip', onclick: () => leave(id)}, say('cancel')));
    answer.replaceChildren(...tables.map(tablePlan), form);
    announce(answer.querySelector('.point').textContent);
    yes.focus({preventScroll: true});
  }

  async function leave(id) {
    await api.dropFile(id).catch(() => {});
    answer.replaceChildren(h('p', {class: 'aside'}, say('notImported')));
  }

  async function run(id, code) {
    const bar = h('progress', {max: '1', value: '0', 'aria-label': say('importing')});
    const share = h('span', {}, say('importing'));
    answer.replaceChildren(h('p', {class: 'steps working'}, share), bar);
    try {
      for await (const {name, data} of api.importFile(id, {currency: code, language: language()})) {
        if (name === 'progress') {
          bar.value = data.fraction;
        } else if (name === 'done') {
          answer.replaceChildren(...data.tables.map(table => outcome(table, onChange)));
          announce([...answer.querySelectorAll('.point')].map(point => point.textContent).join(' '));
          onChange();
        }
      }
    } catch (refusal) {
      answer.replaceChildren(failure(refusal.code === 'broken_off' ? say('importBrokeOff') : refusal.message, refusal.hint), retry(look));
    }
  }
}

const working = words => h('p', {class: 'steps working'}, words);

const retry = again => h('button', {type: 'button', class: 'chip', onclick: again}, say('retry'));

const failure = (message, hint) => h('div', {class: 'refusal failed', role: 'alert'}, h('div', {class: 'refusal-kind'}, say('failed')), h('p', {}, message), hint && h('p', {}, hint));

const point = words => h('div', {class: 'text'}, h('p', {}, h('span', {class: 'point'}, words)));

const notes = sentences => sentences.length > 0 && h('ul', {class: 'caveats'}, sentences.map(sentence => h('li', {}, icon('note'), h('span', {}, sentence))));

const fold = (summary, ...content) => h('details', {class: 'provenance'}, h('summary', {}, icon('chevron'), summary), ...content);

/** What a person decides on: which column means what, and what is not sure. */
function tablePlan(table) {
  return h('section', {class: 'finding', 'aria-label': table.file},
    point(say('readAs', {file: table.file, kind: say(`kinds.${table.kind}`)})),
    notes([...table.questions, ...table.doubts]),
    grid([say('field'), say('column'), say('forExample')], table.columns.map(column => [say(`fields.${column.field}`, {}, column.label), column.header, column.examples.join(' · ')])),
    table.attributes.length > 0 && h('p', {class: 'aside'}, say('attributes', {names: table.attributes.join(', ')})),
    table.notRead.length > 0 && h('p', {class: 'aside'}, say('notRead', {names: table.notRead.join(', ')})),
    h('p', {class: 'aside'}, say('writtenAs', {formats: table.formats})));
}

function outcome(table, onChange) {
  if (table.status !== 'imported') {
    return table.status === 'known' ? h('section', {class: 'finding'}, point(say('knownAlready', {file: table.file, run: table.run}))) : failure(`${table.file}: ${table.error}`);
  }
  const {kind, rows, quality} = table.report;
  const rejected = Object.entries(rows.rejectedByReason);
  const flawed = quality.filter(column => column.missing + column.unreadable + column.impossible > 0);
  const undo = h('button', {type: 'button', class: 'chip', onclick: async () => {
    undo.disabled = true;
    try {
      await api.takeBack(table.run);
      element.replaceChildren(point(say('takenBack', {file: table.file})));
      announce(say('takenBack', {file: table.file}));
      onChange();
    } catch (refusal) {
      undo.after(failure(refusal.message, refusal.hint));
    }
  }}, say('takeBack'));
  const element = h('section', {class: 'finding', 'aria-label': table.file},
    point(say(rows.rejected > 0 ? 'importedSome' : 'importedAll', {kept: integer(rows.kept), read: integer(rows.read), file: table.file, kind: say(`kinds.${kind}`)})),
    rejected.length > 0 && grid([say('rejectedBecause'), say('rows')], rejected.map(([reason, count]) => [say(`rejected.${reason}`, {}, reason.replaceAll('_', ' ')), integer(count)]), 1),
    rejected.length > 0 && h('p', {class: 'aside'}, say('mendRejected', {run: table.run})),
    table.ask.length > 0 && h('p', {}, say('canBeAsked', {what: table.ask.join(say('comma'))})),
    flawed.length > 0 && fold(say('columnsUsable'), grid([say('column'), say('usable'), say('missing'), say('unreadable')],
      flawed.map(column => [column.column, `${integer(100 * column.share)} %`, integer(column.missing), integer(column.unreadable + column.impossible)]), 1)),
    h('div', {class: 'chips'}, undo));
  return element;
}

/** @param figuresFrom from which column on cells are figures; left out: none are */
function grid(headings, rows, figuresFrom = headings.length) {
  const cell = (tag, content, index, scope) => h(tag, {class: index >= figuresFrom ? 'figure' : null, scope}, content);
  return h('div', {class: 'table wordy'}, h('div', {class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': headings.join(', ')},
    h('table', {}, h('thead', {}, h('tr', {}, headings.map((heading, index) => cell('th', heading, index, 'col')))),
      h('tbody', {}, rows.map(row => h('tr', {}, row.map((content, index) => index === 0 ? cell('th', content, index, 'row') : cell('td', content, index))))))));
}
