const SVG = 'http://www.w3.org/2000/svg';

/** Paths of 20 × 20 line drawings. */
const ICONS = {
  panel: 'M3.5 4.5h13v11h-13zM8 4.5v11',
  plus: 'M10 4.5v11M4.5 10h11',
  send: 'M10 16V4.5M5 9.5l5-5 5 5',
  stop: 'M6 6h8v8H6z',
  copy: 'M7.5 7.5h8v8h-8zM12.5 7.5v-3h-8v8h3',
  check: 'M4.5 10.5l3.5 3.5 7.5-8',
  download: 'M10 4v8.5M6 9l4 4 4-4M4.5 16h11',
  up: 'M6.5 9v7h-3V9zM6.5 9l3-6c1.4 0 2 .9 2 2v2.500h4.200c.9 0 1.500.8 1.300 1.700l-1.200 5.500c-.2.800-.8 1.300-1.600 1.300H6.500',
  down: 'M13.500 11V4h3v7zM13.500 11l-3 6c-1.400 0-2-.9-2-2v-2.500H4.300c-.9 0-1.500-.8-1.300-1.700l1.200-5.500C4.400 4.500 5 4 5.800 4h7.700',
  arrow: 'M4.500 10h11M11 5.500l4.500 4.500-4.500 4.500',
  chevron: 'M7.500 5l5 5-5 5',
  sun: 'M10 6.800a3.200 3.200 0 100 6.400 3.200 3.200 0 000-6.400zM10 2.500v1.700M10 15.800v1.700M2.500 10h1.700M15.800 10h1.700M4.700 4.700l1.200 1.200M14.100 14.100l1.200 1.200M15.300 4.700l-1.200 1.200M5.900 14.100l-1.200 1.200',
  moon: 'M15.500 12.200A6.300 6.300 0 017.800 4.500a6.300 6.300 0 107.700 7.700z',
  auto: 'M10 3.500a6.500 6.500 0 100 13zM10 3.500a6.500 6.500 0 010 13',
  larger: 'M11.500 4.500h4v4M15.500 4.500l-5 5M8.500 15.500h-4v-4M4.500 15.500l5-5',
  close: 'M5.500 5.500l9 9M14.500 5.500l-9 9',
  again: 'M15 6.500A6 6 0 1016 11M15.500 3v3.800h-3.800',
  link: 'M8.500 11.500l3-3M9 6l1.500-1.500a3.500 3.500 0 015 5L14 11M11 14l-1.500 1.500a3.500 3.500 0 01-5-5L6 9',
  search: 'M9 4a5 5 0 100 10A5 5 0 009 4zM12.700 12.700l3.800 3.800',
  microphone: 'M10 3a2.200 2.200 0 00-2.200 2.200v4.600a2.200 2.200 0 004.400 0V5.200A2.200 2.200 0 0010 3zM5 9.500a5 5 0 0010 0M10 14.500V17',
  attach: 'M13.500 6.500l-5.800 5.800a1.600 1.600 0 002.300 2.300l6-6a3.200 3.200 0 00-4.600-4.600l-6 6a4.800 4.800 0 006.800 6.800l5-5',
  mark: 'M3.500 14l4.500-5 3 3 5.500-7',
  leave: 'M8 4.500H4.500v11H8M9 10h7M13 7l3 3-3 3',
  note: 'M10 9v4.500M10 6.500v.1M10 3.500a6.500 6.500 0 100 13 6.500 6.500 0 000-13z',
  close: 'M5.500 5.500l9 9M14.500 5.500l-9 9',
};

/** An element: `h('button', {class: 'chip', onclick}, 'text', child)`. Nullish children and attributes are left out. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (value !== undefined && value !== null && value !== false) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children.flat().filter(child => child !== undefined && child !== null && child !== false));
  return element;
}

/** Whether a key belongs to an input method, as those for Chinese do; Safari says so by the code alone of the Enter that ends a composition. */
export const isComposing = event => event.isComposing || event.keyCode === 229;

/** A line drawing in the colour of the text; says nothing to a screen reader. */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', ICONS[name]);
  svg.append(path);
  return svg;
}

/** A button with a drawing only; its label is read out and shown when the pointer rests on it. */
export function iconButton(name, label, onclick, attributes = {}) {
  return h('button', {type: 'button', class: 'icon-button', 'aria-label': label, title: label, onclick, ...attributes}, icon(name));
}
