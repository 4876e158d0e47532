import { h } from './dom.js';
import { cellFormat, compact, dayTicks, heading, isFigure, monthTicks, withUnit } from './format.js';
import { surface } from './surface.js';
import { say } from './words.js';

const BARS = 15;
const HEIGHT = 280;
const BAR_HEIGHT = 30;
/** Told apart with the common colour blindnesses (after Okabe and Ito), each with 3 : 1 against its ground. */
const SERIES = ['--series-1', '--series-2', '--series-3', '--series-4', '--series-5', '--series-6'];

let library;
/** Half a megabyte, so only when the first chart is drawn; another try for the next one where it does not come. */
const echarts = () => library ??= import('../vendor/echarts.js').catch(() => {
  library = null;
  throw new Error(say('notDrawn'));
});

/** Draws a finding's chart into a figure of fixed height, so that nothing moves when it arrives. */
export function chart(finding) {
  const plot = plotOf(finding);
  if (!plot) {
    return null;
  }
  const canvas = h('div', {class: 'chart-canvas', ...reader(plot)});
  canvas.style.height = `${plot.height}px`;
  const element = h('figure', {class: `chart${plot.wide ? ' wide' : ''}`}, canvas, plot.note && h('figcaption', {}, plot.note));
  readByKeys(element, canvas, plot);
  const drawing = draw(element, canvas, plot);
  drawing.catch(error => canvas.replaceChildren(h('p', {class: 'aside'}, error.message)));
  element.png = () => drawing.then(() => picture(element.drawn));
  return element;
}

async function draw(element, canvas, plot) {
  const {init} = await echarts();
  if (!canvas.isConnected) {
    await new Promise(requestAnimationFrame);
  }
  const paint = () => {
    element.drawn?.dispose();
    element.drawn = init(canvas, null, {renderer: 'canvas'});
    element.drawn.setOption(options(plot, palette(), canvas.clientWidth));
  };
  paint();
  let width = canvas.clientWidth;
  new ResizeObserver(() => {
    if (canvas.clientWidth && canvas.clientWidth !== width) {
      width = canvas.clientWidth;
      paint();
    }
  }).observe(canvas);
  surface.element.addEventListener('appearance', () => canvas.isConnected && paint());
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => canvas.isConnected && paint());
}

/** The colours as they are now, light or dark; a canvas needs them resolved. */
function palette() {
  const probe = h('span');
  surface.announcer.after(probe);
  const read = name => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const colours = {text: read('--text'), muted: read('--muted'), line: read('--line'), ground: read('--ground'), band: read('--band'),
    series: SERIES.map(read), font: getComputedStyle(probe).fontFamily};
  probe.remove();
  return colours;
}

// ---- what to draw -------------------------------------------------------------------------------------------------

/** Rows as series: one for each figure column drawn, or for each member of a second text column. Null: nothing to draw. */
function plotOf(finding) {
  const {chart: wanted, columns, rows} = finding;
  const at = name => columns.findIndex(column => column.name === name);
  const x = wanted ? at(wanted.x) : -1;
  const figures = (wanted?.series ?? []).map(at).filter(index => index >= 0 && isFigure(columns[index]));
  const drawn = figures.filter(index => sameUnit(columns[index], columns[figures[0]]));
  if (x < 0 || drawn.length === 0 || rows.length < 2) {
    return null;
  }
  const build = {line: overTime, stacked: overTime, bar: ranking, scatter: cloud, band: forecast}[wanted.kind];
  const plot = build({finding, kind: wanted.kind, x, drawn, columns, rows});
  const values = plot.series.flatMap(series => series.values ?? []).filter(value => typeof value === 'number');
  const unit = plot.unit;
  return {...plot, label: say('chartRange', {kind: say(`chartOf.${wanted.kind}`), title: finding.title,
    series: plot.series.map(series => series.name).join(', '),
    low: withUnit(Math.min(...values), unit), high: withUnit(Math.max(...values), unit)})};
}

/** Only what shares a unit shares an axis. */
const sameUnit = (one, other) => one.type === other.type && one.unit === other.unit;

function overTime({finding, kind, x, drawn, columns, rows}) {
  const split = columns.findIndex((column, index) => index !== x && column.type === 'text');
  const steps = [...new Set(rows.map(row => row[x]))];
  const series = split >= 0 && steps.length < rows.length
    ? [...new Set(rows.map(row => row[split]))].slice(0, SERIES.length).map(member => ({
      name: String(member ?? say('none')),
      values: steps.map(step => rows.find(row => row[x] === step && row[split] === member)?.[drawn[0]] ?? null),
    }))
    : drawn.slice(0, SERIES.length).map(index => ({name: heading(columns[index]), values: rows.map(row => row[index])}));
  return {kind, steps, series, unit: columns[drawn[0]], x: columns[x], height: HEIGHT, wide: steps.length > 36,
    running: kind === 'line' && finding.chart.running === true};
}

function ranking({x, drawn, columns, rows}) {
  const unit = columns[drawn[0]];
  const sorted = rows.filter(row => typeof row[drawn[0]] === 'number');
  if (columns[x].type !== 'date') {
    sorted.sort((a, b) => b[drawn[0]] - a[drawn[0]]);
  }
  const shown = sorted.slice(0, BARS);
  return {
    kind: 'bar', unit, x: columns[x], steps: shown.map(row => row[x]),
    series: [{name: heading(unit), values: shown.map(row => row[drawn[0]])}],
    height: shown.length * BAR_HEIGHT + 16,
    note: shown.length < sorted.length ? say('chartFirst', {shown: shown.length, rows: sorted.length}) : null,
  };
}

function cloud({x, drawn, columns, rows}) {
  const name = columns.findIndex(column => column.type === 'text');
  return {
    kind: 'scatter', unit: columns[drawn[0]], x: columns[x], height: HEIGHT + 40,
    series: [{name: heading(columns[drawn[0]]), values: rows.map(row => row[drawn[0]]),
      points: rows.map(row => ({value: [row[x], row[drawn[0]]], name: name < 0 ? '' : String(row[name] ?? '')}))}],
    named: name >= 0 && rows.length <= 25,
  };
}

/** Forecast, low and high as given; the first other column in their unit is what happened. */
function forecast({x, drawn, columns, rows}) {
  const [middle, low, high] = drawn;
  const actual = columns.findIndex((column, index) => isFigure(column) && !drawn.slice(0, 3).includes(index) && sameUnit(column, columns[middle]));
  const values = index => rows.map(row => row[index] ?? null);
  const series = [{name: heading(columns[middle]), values: values(middle), drawn: joined(values(middle), values(actual)), dashed: true}];
  if (actual >= 0) {
    series.unshift({name: heading(columns[actual]), values: values(actual)});
  }
  return {kind: 'band', unit: columns[middle], x: columns[x], steps: values(x), series, height: HEIGHT, wide: rows.length > 48,
    band: low !== undefined && high !== undefined
      ? {low: values(low), high: values(high), drawnLow: joined(values(low), values(actual)), drawnHigh: joined(values(high), values(actual))} : null};
}

/** A forecast drawn from where what happened ends, so that the line does not break between them. */
function joined(ahead, past) {
  const last = past.findLastIndex(value => value !== null);
  return ahead.map((value, index) => index === last && value === null ? past[last] : value);
}

// ---- how to draw it -----------------------------------------------------------------------------------------------

function options(plot, colours, width) {
  const base = {
    animation: false,
    color: colours.series,
    textStyle: {fontFamily: colours.font, fontSize: 13, color: colours.muted},
    tooltip: {
      backgroundColor: colours.ground, borderColor: colours.line, borderWidth: 1, padding: [8, 12], extraCssText: 'box-shadow:none;border-radius:8px',
      textStyle: {color: colours.text, fontSize: 13, fontFamily: colours.font}, confine: true, transitionDuration: 0,
    },
  };
  const own = plot.kind === 'bar' ? bars(plot, colours, width) : plot.kind === 'scatter' ? scatter(plot, colours) : steps(plot, colours, width);
  return {...base, ...own, tooltip: {...base.tooltip, ...own.tooltip}};
}

function valueAxis(plot, colours, column, scale) {
  return {
    type: 'value', scale, splitNumber: 4, axisLine: {show: false}, axisTick: {show: false},
    axisLabel: {color: colours.muted, fontSize: 13, formatter: value => compact(value, column)},
    splitLine: {lineStyle: {color: colours.line, width: 1}},
  };
}

/** A line may start above zero where all of it lies far from there; a bar never. */
const farFromZero = series => {
  const values = series.flatMap(one => one.values).filter(value => value !== null);
  return Math.min(...values) > 0.6 * Math.max(...values);
};

function steps(plot, colours, width) {
  const stacked = plot.kind === 'stacked';
  const several = plot.series.length > 1;
  const words = cellFormat(plot.x, plot.steps);
  const every = pixels => Math.ceil(pixels * plot.steps.length / width);
  const dated = monthTicks(plot.steps, plot.x, [1, 2, 3, 4, 6, 12].find(step => step >= every(56)) ?? 12) ?? dayTicks(plot.steps, plot.x, every(96));
  const ticks = dated ?? plot.steps.map(words);
  const labelled = several && !stacked && plot.series.length <= 4 && width > 560;
  const longest = Math.max(...plot.series.map(series => series.name.length));
  const series = plot.series.map((one, index) => stacked
    ? {name: one.name, type: 'bar', stack: 'all', data: one.values, barMaxWidth: 56, itemStyle: {borderColor: colours.ground, borderWidth: 1}}
    : {
      name: one.name, type: 'line', data: plot.running ? one.values.with(-1, null) : one.drawn ?? one.values, symbol: 'circle', symbolSize: 7, showSymbol: plot.steps.length <= 2, connectNulls: false,
      lineStyle: {width: 2, type: one.dashed ? [5, 4] : 'solid'}, itemStyle: {color: plot.band ? colours.series[0] : colours.series[index]},
      emphasis: {disabled: true},
      endLabel: {show: labelled && !plot.band, formatter: '{a}', color: colours.series[index], fontSize: 13, distance: 8},
      labelLayout: {moveOverlap: 'shiftY'}, z: 3,
    });
  if (plot.running) {
    series.push(...plot.series.map((one, index) => runningSeries(one, colours.series[index])));
  }
  if (plot.band) {
    series.push(...bandSeries(plot.band, colours));
  }
  const legend = several && !(labelled && !plot.band);
  return {
    legend: {show: legend, data: plot.series.map(one => one.name), left: 0, top: 0, icon: stacked ? 'roundRect' : undefined, itemWidth: stacked ? 10 : 22, itemHeight: 10, itemGap: 16,
      itemStyle: stacked ? {} : {opacity: 0},
      textStyle: {color: colours.muted, fontSize: 13}, selectedMode: false},
    grid: {left: 8, right: labelled && !plot.band ? 16 + longest * 7.2 : 16, top: legend ? 40 : 16, bottom: 8, containLabel: true},
    xAxis: {
      type: 'category', data: ticks, boundaryGap: stacked, axisTick: {show: false}, axisLine: {lineStyle: {color: colours.line}},
      axisLabel: {color: colours.muted, fontSize: 13, lineHeight: 17, hideOverlap: !dated, interval: dated ? index => dated[index] !== '' : 'auto',
        alignMinLabel: stacked ? null : 'left', alignMaxLabel: stacked ? null : 'right'},
    },
    yAxis: valueAxis(plot, colours, plot.unit, !stacked && farFromZero(plot.series)),
    tooltip: {
      trigger: 'axis', axisPointer: {type: stacked ? 'shadow' : 'line', lineStyle: {color: colours.muted, width: 1, type: 'solid'}, shadowStyle: {color: colours.band}},
      formatter: points => tooltip(plot, points[0].dataIndex),
    },
    series,
  };
}

/** The way to a step that still runs is dashed: what looks like a fall is a part of it. */
function runningSeries({name, values}, colour) {
  return {type: 'line', name: `\u200b${name}`, data: values.map((value, index) => index < values.length - 2 ? null : value), symbol: 'none', silent: true,
    lineStyle: {width: 2, type: [5, 4], color: colour}, tooltip: {show: false}, z: 2};
}

/** Two invisible lines, the upper one standing on the lower, with the ground between them filled. */
function bandSeries({drawnLow: low, drawnHigh: high}, colours) {
  const common = {type: 'line', stack: 'band', symbol: 'none', lineStyle: {width: 0}, silent: true, z: 1, tooltip: {show: false}};
  return [
    {...common, name: '\u200blow', data: low},
    {...common, name: '\u200bhigh', data: high.map((value, index) => value === null ? null : value - low[index]), areaStyle: {color: colours.band, opacity: 1}},
  ];
}

/** What one step, bar or point says: its name, and pairs of a name and a value. */
function reading(plot, index) {
  if (plot.kind === 'scatter') {
    const {name, value} = plot.series[0].points[index];
    return {title: name, lines: [[heading(plot.x), withUnit(value[0], plot.x)], [heading(plot.unit), withUnit(value[1], plot.unit)]]};
  }
  const lines = plot.series.filter(one => one.values[index] !== null && one.values[index] !== undefined)
    .map(one => [one.name, withUnit(one.values[index], plot.unit)]);
  if (plot.band && plot.band.low[index] !== null) {
    lines.push([say('likely'), `${withUnit(plot.band.low[index], plot.unit)} – ${withUnit(plot.band.high[index], plot.unit)}`]);
  }
  return {title: cellFormat(plot.x, plot.steps)(plot.steps[index]), lines};
}

function tooltip(plot, index) {
  const {title, lines} = reading(plot, index);
  return h('div', {class: 'tooltip'}, h('b', {}, title), lines.map(([name, value]) => h('div', {}, h('span', {}, name), h('span', {}, value))));
}

function bars(plot, colours, width) {
  const words = cellFormat(plot.x, plot.steps);
  const room = Math.min(300, width * 0.42);
  return {
    grid: {left: 0, right: 72, top: 0, bottom: 0, containLabel: true},
    xAxis: {type: 'value', show: false, min: value => Math.min(0, value.min)},
    yAxis: {
      type: 'category', inverse: true, data: plot.steps.map(words), axisTick: {show: false}, axisLine: {show: false},
      axisLabel: {color: colours.text, fontSize: 13, width: room, overflow: 'truncate', interval: 0, margin: 12},
    },
    tooltip: {trigger: 'item', formatter: point => tooltip(plot, point.dataIndex)},
    series: plot.series.map(one => ({
      name: one.name, type: 'bar', data: one.values, barWidth: 16, itemStyle: {borderRadius: [0, 3, 3, 0]},
      label: {show: true, position: 'right', color: colours.muted, fontSize: 13, formatter: point => compact(point.value, plot.unit)},
    })),
  };
}

function scatter(plot, colours) {
  return {
    grid: {left: 8, right: plot.named ? 96 : 24, top: 32, bottom: 28, containLabel: true},
    xAxis: {...valueAxis(plot, colours, plot.x, false), name: heading(plot.x), nameLocation: 'middle', nameGap: 34, nameTextStyle: {color: colours.muted, fontSize: 13}, splitLine: {show: false}, axisLine: {show: true, lineStyle: {color: colours.line}}},
    yAxis: {...valueAxis(plot, colours, plot.unit, false), name: heading(plot.unit), nameLocation: 'end', nameTextStyle: {color: colours.muted, fontSize: 13, align: 'left'}},
    tooltip: {trigger: 'item', formatter: point => tooltip(plot, point.dataIndex)},
    series: plot.series.map(one => ({
      name: one.name, type: 'scatter', data: one.points, symbolSize: 12, itemStyle: {opacity: 0.85},
      label: {show: plot.named, position: 'right', distance: 8, formatter: '{b}', color: colours.text, fontSize: 13},
      labelLayout: {hideOverlap: true},
    })),
  };
}

// ---- reading it without a pointer ---------------------------------------------------------------------------------

const KEYS = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity};

const length = plot => plot.series[0].values.length;

/** For who does not see it a chart is a dial that is turned through its values. Time begins with the newest, a ranking with the first. */
const reader = plot => ({
  tabindex: '0', role: 'slider', 'aria-readonly': 'true', 'aria-label': plot.label, 'aria-valuemin': '1', 'aria-valuemax': String(length(plot)),
  ...standing(plot, plot.kind === 'bar' || plot.kind === 'scatter' ? 0 : length(plot) - 1),
});

function standing(plot, index) {
  const {title, lines} = reading(plot, index);
  return {'aria-valuenow': String(index + 1), 'aria-valuetext': `${title}: ${lines.map(line => line.join(' ')).join(', ')}`};
}

function readByKeys(element, canvas, plot) {
  const at = () => Number(canvas.getAttribute('aria-valuenow')) - 1;
  const show = () => {
    const over = plot.kind === 'bar' || plot.kind === 'scatter' ? {seriesIndex: 0, dataIndex: at()}
      : {x: element.drawn.convertToPixel({xAxisIndex: 0}, at()), y: plot.height / 2};
    element.drawn.dispatchAction({type: 'showTip', ...over});
  };
  canvas.addEventListener('keydown', event => {
    const by = KEYS[event.key];
    if (by && element.drawn) {
      event.preventDefault();
      const next = Math.max(0, Math.min(length(plot) - 1, at() + by));
      Object.entries(standing(plot, next)).forEach(([name, value]) => canvas.setAttribute(name, value));
      show();
    }
  });
  canvas.addEventListener('focus', () => element.drawn && canvas.matches(':focus-visible') && show());
  canvas.addEventListener('blur', () => element.drawn?.dispatchAction({type: 'hideTip'}));
}

// ---- taking it away -----------------------------------------------------------------------------------------------

/** As a PNG, on its ground and twice as fine as it stands here. */
function picture(drawn) {
  return new Promise(done => drawn.renderToCanvas({pixelRatio: 2, backgroundColor: palette().ground}).toBlob(done, 'image/png'));
}
