import { copyButton } from './copy.js';
import { h, icon } from './dom.js';
import { day, integer } from './format.js';
import { say } from './words.js';

/** "How this was made": what a doubter needs to check a finding, folded away. */
export function provenance(finding, steps) {
  const {metrics, period, filters, sql, engine, model, rowsRead, dataAsOf} = finding.provenance;
  const rows = [
    [say('metrics'), metrics.map(metric => h('div', {}, h('b', {}, metric.name), ' ', metric.definition))],
    [say('period'), period && `${period.name}: ${day(period.from)} – ${day(period.lastDay)}`],
    [say('filters'), filters.map(filter => h('div', {}, filter))],
    [say('model'), model && [model.name, model.version].filter(Boolean).join(' ')],
    [say('trained'), model?.trainedFrom && `${day(model.trainedFrom)} – ${day(model.trainedTo)}`],
    [say('error'), model?.error],
    [say('rowsRead'), rowsRead > 0 && (engine ? say('rowsReadOn', {rows: integer(rowsRead), engine}) : integer(rowsRead))],
    [say('dataAsOf'), dataAsOf && day(dataAsOf)],
    [say('tool'), h('code', {}, `${finding.tool} ${call(finding.arguments)}`)],
    [say('steps'), steps?.length > 0 && steps.join(' · ')],
    [say('sql'), sql && h('div', {class: 'sql'}, h('pre', {tabindex: '0'}, h('code', {}, sql)), copyButton(() => sql))],
  ].filter(([, what]) => Array.isArray(what) ? what.length > 0 : what);
  return h('details', {class: 'provenance'},
    h('summary', {}, icon('chevron'), say('howMade')),
    h('dl', {}, rows.map(([name, what]) => [h('dt', {}, name), h('dd', {}, what)]).flat()));
}

/** Arguments as they were given, without those left out. */
function call(given) {
  const kept = Object.entries(given).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0));
  return kept.length === 0 ? '' : JSON.stringify(Object.fromEntries(kept));
}
