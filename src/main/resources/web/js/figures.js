import { h } from './dom.js';
import { change, heading, isFigure, withUnit } from './format.js';
import { say } from './words.js';

const SVG = 'http://www.w3.org/2000/svg';

/**
 * One row is no table: its figures stand large, beside what they were before. So does the first of two rows that are
 * compared. Null where there are more rows.
 */
export function figures(finding) {
  const compared = finding.comparison && finding.rows.length === 2 && finding.rows[0].includes(finding.comparison.value);
  const shown = finding.columns.map((column, index) => ({column, value: finding.rows[0]?.[index]}))
    .filter(({column, value}) => isFigure(column) && typeof value === 'number');
  if (!(finding.rows.length === 1 || compared) || shown.length === 0 || shown.length > 4) {
    return null;
  }
  const names = finding.rows[0].filter((cell, index) => !isFigure(finding.columns[index]) && cell !== null);
  return h('div', {class: 'figures'}, shown.map(({column, value}) => h('div', {},
    h('div', {class: 'figure-name'}, [...names, heading(column)].join(' · ')),
    h('div', {class: 'figure-value'}, withUnit(value, column)),
    finding.comparison?.value === value && comparison(finding.comparison, column))));
}

function comparison({value, before, change: fraction}, column) {
  if (before === null || before === undefined) {
    return null;
  }
  const from = {before: withUnit(before, column)};
  const words = fraction === null || fraction === undefined ? say('was', from)
    : fraction === 0 ? say('same', from) : say(fraction > 0 ? 'up' : 'downFrom', {...from, change: change(fraction)});
  return h('div', {class: 'figure-change'}, slope(before, value), words);
}

/** From before to now as a line: up, down or level at a glance. */
function slope(before, now) {
  const low = Math.min(before, now);
  const span = Math.max(before, now) - low || 1;
  const y = value => 16 - 12 * (before === now ? 0.5 : (value - low) / span);
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 44 20');
  svg.setAttribute('class', 'slope');
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', `M4 ${y(before)}L40 ${y(now)}`);
  const end = document.createElementNS(SVG, 'circle');
  end.setAttribute('cx', '40');
  end.setAttribute('cy', String(y(now)));
  end.setAttribute('r', '3');
  svg.append(line, end);
  return svg;
}
