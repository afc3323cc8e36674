/**
 * Keeps our own failures out of the host page. Only our code goes inside: an exception of the page's own
 * (a `pushState` that throws, a submit handler) passes outside of it and stays visible.
 */
export function guard<Args extends unknown[]>(run: (...args: Args) => void): (...args: Args) => void {
  return (...args) => {
    try {
      run(...args);
    } catch {}
  };
}

/** Listens in the capture phase of `window`, where a page's `stopPropagation` comes too late. */
export function on<E extends Event>(types: string, run: (event: E) => void): void {
  for (const type of types.split(' ')) addEventListener(type, guard(run) as (event: Event) => void, true);
}
