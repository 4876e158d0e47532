/** What the browser remembers between visits; where it refuses to, the default stands. */
export function recall(name, otherwise) {
  try {
    return localStorage.getItem(name) ?? otherwise;
  } catch {
    return otherwise;
  }
}

export function remember(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch { /* nothing depends on it */ }
}
