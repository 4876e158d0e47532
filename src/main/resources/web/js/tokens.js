/**
 * The short-lived tokens of a site's backend: one at hand, and another when that has ended.
 *
 * @param first the one the page came with, if it did
 * @param another gets the next one, a promise
 */
export function tokens(first, another) {
  let current = first ? Promise.resolve(first) : null;
  return {
    current: () => current ??= fetched(),
    /** @param ended the one that no longer works; several requests may find that out at once */
    async renew(ended) {
      const known = current;
      if (await known?.catch(() => null) === ended && current === known) {
        current = fetched();
      }
      return current;
    },
  };

  function fetched() {
    const next = Promise.resolve().then(another);
    next.catch(() => current = null);
    return next;
  }
}
