/**
 * Keeps our own failures out of the host page. Only our code goes inside: an exception of the page's own
 * (a `pushState` that throws, a submit handler) passes outside of it and stays visible.
 *
 * @returns the same function, which gives undefined where it would have thrown
 */
export const guard =
  <Args extends unknown[], Result>(run: (...args: Args) => Result) =>
  (...args: Args): Result | undefined => {
    try {
      return run(...args);
    } catch {}
  };

/**
 * Elements of a form under a name such as `id`, `action` or `parentNode` hide its own properties (HTML 4.10.3,
 * [LegacyOverrideBuiltIns]), so they are read through the prototype. Methods come bound.
 *
 * @returns nothing of what is no such object
 */
export const read = <Key extends keyof HTMLFormElement>(object: object, key: Key): HTMLFormElement[Key] => {
  const value = guard(Reflect.get)(HTMLFormElement.prototype, key, object);
  return value && value.bind ? value.bind(object) : value;
};

/** What is listened for; frames of the page are given the same listeners. */
export const listeners: [type: string, listener: (event: Event) => void][] = [];

/** Listens in the capture phase, of `window`: a page's `stopPropagation` comes too late there. */
export const on = <E extends Event>(types: string, run: (event: E) => void): void => {
  const listener = guard(run) as (event: Event) => void;
  for (const type of types.split(' ')) {
    listeners.push([type, listener]);
    addEventListener(type, listener, true);
  }
};
