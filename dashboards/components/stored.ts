/** What this browser keeps for its reader: a choice of columns, whether shortcuts are on. Storage may be blocked or full. */
export function readStored(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

/** @returns whether it is kept; without a value it is forgotten */
export function writeStored(key: string, value?: unknown): boolean {
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
