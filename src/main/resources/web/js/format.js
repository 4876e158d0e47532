import { say } from './words.js';

const MONTH = /^(\d{4})-(\d{2})$/;
const QUARTER = /^(\d{4})-?Q([1-4])$/;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

const kept = new Map();

/** Making a formatter is slow, so each is made once. */
function formatter(type, options) {
  const key = type.name + say('locale') + JSON.stringify(options);
  if (!kept.has(key)) {
    kept.set(key, new type(say('locale'), options));
  }
  return kept.get(key);
}

const plain = options => formatter(Intl.NumberFormat, options);

const chinese = () => say('locale').startsWith('zh');

export const isFigure = column => !['text', 'date'].includes(column.type);

export const integer = value => plain({maximumFractionDigits: 0}).format(value);

function decimals(value, column) {
  switch (column.type) {
    case 'money': return {minimumFractionDigits: 2, maximumFractionDigits: 2};
    case 'integer': return {maximumFractionDigits: 0};
    case 'percent': return {minimumFractionDigits: 1, maximumFractionDigits: value !== 0 && Math.abs(value) < 0.001 ? 3 : 1};
    default: return {maximumFractionDigits: Math.abs(value) < 1 ? 4 : 2};
  }
}

/** A figure as a table has it: exact, without its unit, which stands in the header. */
export function figure(value, column) {
  return plain(decimals(value, column)).format(column.type === 'percent' ? value * 100 : value);
}

/** A figure that stands alone: with its unit. */
export function withUnit(value, column) {
  if (column.type === 'percent') {
    return plain({style: 'percent', ...decimals(value, column)}).format(value);
  }
  if (column.type === 'money' && column.unit) {
    return plain({style: 'currency', currency: column.unit, currencyDisplay: 'narrowSymbol', ...decimals(value, column)}).format(value);
  }
  return figure(value, column);
}

/** Short, for axes and labels: £1.2M, 34K, 12%. */
export function compact(value, column) {
  if (column.type === 'percent') {
    return plain({style: 'percent', maximumFractionDigits: Math.abs(value) < 0.1 ? 1 : 0}).format(value);
  }
  const money = column.type === 'money' && column.unit ? {style: 'currency', currency: column.unit, currencyDisplay: 'narrowSymbol'} : {};
  return plain({...money, notation: 'compact', maximumSignificantDigits: 3}).format(value);
}

export const change = fraction =>
  plain({style: 'percent', minimumFractionDigits: Math.abs(fraction) < 0.1 ? 1 : 0, maximumFractionDigits: Math.abs(fraction) < 0.1 ? 1 : 0}).format(Math.abs(fraction));

/** A column's name as a person reads it; those that are words of the program lose their underscores. */
export const heading = column => /^[a-z][a-z0-9_]*$/.test(column.name)
  ? column.name[0].toUpperCase() + column.name.slice(1).replaceAll('_', ' ') : column.name;

/** What the header adds to a column's name: £, %, orders; nothing where the name says it already. */
export function unit(column) {
  if (column.type === 'percent') {
    return '%';
  }
  if (!column.unit) {
    return '';
  }
  if (column.type === 'money') {
    return plain({style: 'currency', currency: column.unit, currencyDisplay: 'narrowSymbol'}).formatToParts(0)
      .find(part => part.type === 'currency')?.value ?? column.unit;
  }
  return column.name.toLowerCase().includes(column.unit.toLowerCase()) ? '' : column.unit;
}

const utc = (year, month, day) => new Date(Date.UTC(year, month - 1, day));

/** en-GB writes "Sept", alone among the months with four letters. */
function named(date, options) {
  return formatter(Intl.DateTimeFormat, {...options, timeZone: 'UTC'}).format(date).replace('Sept', 'Sep');
}

/** 9 Dec 2011; 2011年12月9日. */
export function day(iso) {
  const [, year, month, date] = DAY.exec(iso) ?? [];
  return year ? named(utc(year, month, date), {day: 'numeric', month: chinese() ? 'long' : 'short', year: 'numeric'}) : iso;
}

const month = date => named(date, {month: chinese() ? 'long' : 'short', year: 'numeric'});

/** Whether a column of days has one for each month: then the day says nothing. */
function isMonthly(cells) {
  const days = cells.filter(cell => typeof cell === 'string' && DAY.test(cell));
  return days.length > 1 && days.every(cell => cell.endsWith('-01')) && new Set(days.map(cell => cell.slice(5, 7))).size > 1;
}

const isMonthName = name => /month|月/i.test(name);

/** How the cells of a column are written: `(cell) => text`. */
export function cellFormat(column, cells) {
  const grain = grainOf(column, cells);
  return cell => {
    if (cell === null || cell === undefined || cell === '') {
      return say('none');
    }
    if (typeof cell === 'number') {
      return isFigure(column) ? figure(cell, column) : String(cell);
    }
    return step(String(cell), grain);
  };
}

/** What a first day stands for: itself, or the month, quarter or year that begins with it. */
function grainOf(column, cells) {
  if (/quarter|季/i.test(column.name)) {
    return 'quarter';
  }
  if (/^year$|^年/i.test(column.name)) {
    return 'year';
  }
  return isMonthName(column.name) || isMonthly(cells) ? 'month' : 'day';
}

const quarterName = (year, quarter) => chinese() ? `${year}年第${'一二三四'[quarter - 1]}季度` : `Q${quarter} ${year}`;

/** A step of time in words; any other text as it is. */
function step(text, grain) {
  const quarter = QUARTER.exec(text);
  if (quarter) {
    return quarterName(quarter[1], quarter[2]);
  }
  const yearMonth = MONTH.exec(text);
  if (yearMonth) {
    return month(utc(yearMonth[1], yearMonth[2], 1));
  }
  const date = DAY.exec(text);
  if (date) {
    switch (date[3] === '01' ? grain : 'day') {
      case 'month': return month(utc(date[1], date[2], 1));
      case 'quarter': return quarterName(date[1], Math.ceil(date[2] / 3));
      case 'year': return date[1];
      default: return day(text);
    }
  }
  return text;
}

/**
 * Axis labels of months: every so many, counted from January, with the year at the first one and each January; the others
 * empty. Null where the cells are no months.
 */
export function monthTicks(cells, column, every) {
  const monthly = grainOf(column, cells) === 'month';
  const parts = cells.map(cell => MONTH.exec(cell) ?? (monthly ? DAY.exec(cell) : null));
  if (parts.some(part => !part)) {
    return null;
  }
  const shown = parts.map(part => (part[2] - 1) % every === 0);
  const first = shown.indexOf(true);
  return parts.map((part, index) => {
    if (!shown[index]) {
      return '';
    }
    const short = named(utc(part[1], part[2], 1), {month: 'short'});
    return index === first || part[2] === '01' ? `${short}\n${part[1]}` : short;
  });
}

/** Axis labels of days: every so many, with the year at the first one and wherever it is another; the others empty. Null where the cells are no days. */
export function dayTicks(cells, column, every) {
  const parts = grainOf(column, cells) === 'day' ? cells.map(cell => DAY.exec(cell)) : [null];
  if (parts.some(part => !part)) {
    return null;
  }
  return parts.map(([, year, month, date], index) => {
    if (index % every !== 0) {
      return '';
    }
    const short = named(utc(year, month, date), {day: 'numeric', month: chinese() ? 'long' : 'short'});
    return year === parts[index - every]?.[1] ? short : `${short}\n${year}`;
  });
}

export const clock = milliseconds => plain({maximumFractionDigits: milliseconds < 1000 ? 2 : 1, minimumFractionDigits: 1}).format(milliseconds / 1000);
