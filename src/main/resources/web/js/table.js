import { h } from './dom.js';
import { cellFormat, heading, integer, isFigure, unit } from './format.js';
import { say } from './words.js';

const FOLDED = 10;
/** More rows than anyone reads; the export has them all. */
const SHOWN = 500;
/** From so many columns on a single row is shown as a list of facts. */
const FACTS = 5;

/**
 * A finding's rows: figures to the right, units in the header, folded to ten rows (of a forecast the last, which
 * lie ahead), sorted by a click on a header.
 */
export function table(finding) {
  return finding.rows.length === 1 && finding.columns.length >= FACTS ? facts(finding) : grid(finding);
}

/** One row of many columns reads better down than across. */
function facts({columns, rows, title}) {
  const [row] = rows;
  return h('div', {class: 'table'}, h('table', {class: 'facts', 'aria-label': say('table', {title})},
    h('tbody', {}, columns.map((column, index) => h('tr', {},
      h('th', {scope: 'row'}, heading(column), unit(column) && h('span', {class: 'unit'}, unit(column))),
      h('td', {}, cellFormat(column, [row[index]])(row[index])))))));
}

function grid(finding) {
  const {columns, title} = finding;
  const formats = columns.map((column, index) => cellFormat(column, finding.rows.map(row => row[index])));
  const original = finding.rows;
  const shown = Math.min(original.length, SHOWN);
  let sorting = {column: -1, descending: false};
  const ahead = finding.chart?.kind === 'band';
  let open = shown <= FOLDED + 2;

  const body = h('tbody');
  const headers = columns.map((column, index) => h('th', {scope: 'col', class: isFigure(column) ? 'figure' : null},
    h('button', {type: 'button', onclick: () => sort(index), title: say('sortBy', {column: heading(column)})},
      heading(column), unit(column) && h('span', {class: 'unit'}, unit(column)))));
  const fold = h('button', {type: 'button', class: 'fold', onclick: () => {
    open = !open;
    fill();
  }});
  const foldable = !open;

  /** Figures begin with the largest; a third click gives the finding's own order back. */
  function sort(index) {
    const first = isFigure(columns[index]);
    sorting = sorting.column !== index ? {column: index, descending: first}
      : sorting.descending === first ? {column: index, descending: !first} : {column: -1, descending: false};
    headers.forEach((header, at) => at === sorting.column
      ? header.setAttribute('aria-sort', sorting.descending ? 'descending' : 'ascending') : header.removeAttribute('aria-sort'));
    fill();
  }

  function fill() {
    const rows = sorting.column < 0 ? original : [...original].sort(order(sorting));
    body.replaceChildren(...(open ? rows.slice(0, SHOWN) : ahead && sorting.column < 0 ? rows.slice(-FOLDED) : rows.slice(0, FOLDED)).map(row => h('tr', {}, row.map((cell, index) =>
      h(index === 0 && !isFigure(columns[0]) ? 'th' : 'td', {class: isFigure(columns[index]) ? 'figure' : null,
        scope: index === 0 && !isFigure(columns[0]) ? 'row' : null}, formats[index](cell))))));
    fold.textContent = open ? say('showFewer') : say(shown < original.length ? 'showFirst' : 'showAll', {rows: integer(shown)});
    fold.setAttribute('aria-expanded', String(open));
  }

  fill();
  const wordy = finding.rows.some(row => row.some(cell => typeof cell === 'string' && cell.length > 60));
  return h('div', {class: `table${columns.length > 6 ? ' wide' : ''}${wordy ? ' wordy' : ''}`},
    h('div', {class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': say('table', {title})},
      h('table', {}, h('thead', {}, h('tr', {}, headers)), body)),
    foldable && fold,
    shown < original.length && h('p', {class: 'aside'}, say('shownOf', {shown: integer(shown), rows: integer(original.length)})));
}

/** Empty cells come last, whichever way round. */
function order({column, descending}) {
  return (left, right) => {
    const [a, b] = [left[column], right[column]];
    if (a === null || b === null) {
      return (a === null) - (b === null);
    }
    const difference = typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), say('locale'), {numeric: true});
    return descending ? -difference : difference;
  };
}
