/** Beside what a site around the widget keeps. */
const key = name => `sales-consultant.${name}`;

/** What the browser remembers between visits; where it refuses to, the default stands. */
export function recall(name, otherwise) {
  try {
    return localStorage.getItem(key(name)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

export function remember(name, value) {
  try {
    localStorage.setItem(key(name), value);
  } catch { /* nothing depends on it */ }
}
