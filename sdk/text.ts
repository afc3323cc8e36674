/** A random id of 21 signs, about 108 bits: enough to never meet another one. */
export const randomId = (): string => {
  let id = '';
  for (const byte of crypto.getRandomValues(new Uint8Array(21))) id += (byte % 36).toString(36);
  return id;
};

// Taken when the script loads: a page that replaces JSON later changes nothing here.
const { stringify } = JSON;

/**
 * JSON without the `toJSON` of arrays and objects: Prototype.js 1.6 and others of its time define
 * `Array.prototype.toJSON`, which makes `JSON.stringify([1])` give `"\"[1]\""`. Dates keep theirs.
 */
export const json = (value: unknown): string =>
  stringify(
    value,
    // With a function for each value a large form takes ten times as long. Arrays have what all objects have.
    (([] as { toJSON?: unknown }).toJSON &&
      function (this: Record<string, unknown>, key: string, converted: unknown) {
        return this[key] instanceof Date ? converted : this[key];
      }) as never,
  );
