import { h } from './dom.js';

/** Characters that no file's name may have somewhere. */
const UNFIT = /[\\/:*?"<>|\p{Cc}]+/gu;

/** Gives a file to the browser's downloads. */
export function save(blob, name) {
  const url = URL.createObjectURL(blob);
  h('a', {href: url, download: name.replace(UNFIT, '-')}).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
