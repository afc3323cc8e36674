/** The few things kept between the pages of a site, by key: read with no value, removed with null. */
export interface Storage {
  (key: string, value?: string | null): string | undefined;
  keys(): string[];
}

/**
 * localStorage under a prefix. It throws in opaque-origin frames, when blocked and when full, and is null in
 * some web views: then nothing is kept, and what the page holds in memory has to do.
 */
export function createStorage(prefix: string): Storage {
  const attempt = <T>(run: (local: globalThis.Storage) => T): T | undefined => {
    try {
      return run(localStorage);
    } catch {}
  };
  const storage = (key: string, value?: string | null) =>
    attempt((local) => {
      if (value) local[prefix + key] = value;
      if (value === null) local.removeItem(prefix + key);
      return local[prefix + key];
    });
  storage.keys = () =>
    (attempt(Object.keys) || [])
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length));
  return storage;
}
