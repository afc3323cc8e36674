// As much of W3C WebDriver (https://www.w3.org/TR/webdriver2/) as the tests of the script need.

/** What JSON has for an element of the page (12.1, "web element identifier"). */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
type Element = { [ELEMENT]: string };

/** Enter on the main keyboard (17.4.2, "normalised key value"). */
export const ENTER = '\uE006';

/** Looks through the document and the open shadow trees in it. */
const FIND = `const find = (root) => {
  const found = root.querySelector(arguments[0]);
  if (found) return found;
  for (const { shadowRoot } of root.querySelectorAll('*')) {
    const inside = shadowRoot && find(shadowRoot);
    if (inside) return inside;
  }
  return null;
};
return find(document);`;

export type WebDriver = Awaited<ReturnType<typeof openSession>>;

/** Asks a driver, and throws what it says when it could not. */
async function ask<T>(url: string, method: string, body?: object): Promise<T> {
  const response = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = (await response.json()) as { value: T & { error?: string; message?: string } };
  if (!response.ok) throw new Error(`${method} ${url}: ${value.error}: ${value.message}`);
  return value;
}

/** Whether a driver is there and takes a session. */
export const isReady = (driver: string): Promise<boolean> =>
  ask<{ ready: boolean }>(`${driver}/status`, 'GET').then(
    ({ ready }) => ready,
    () => false,
  );

/**
 * Starts a browser.
 *
 * @param driver address of the driver, such as `http://127.0.0.1:4444`
 */
export async function openSession(driver: string, capabilities: object) {
  const { sessionId } = await ask<{ sessionId: string }>(`${driver}/session`, 'POST', {
    capabilities: { alwaysMatch: capabilities },
  });
  const url = `${driver}/session/${sessionId}`;
  const post = <T>(path: string, body: object = {}) => ask<T>(`${url}${path}`, 'POST', body);
  const run = <T>(script: string, ...args: unknown[]) => post<T>('/execute/sync', { script, args });
  const toElement = async (selector: string, does: string, body?: object) => {
    const element = await run<Element | null>(FIND, selector);
    if (!element) throw new Error(`The page has no ${selector}.`);
    await post(`/element/${element[ELEMENT]}/${does}`, body);
  };
  return {
    open: (url: string) => post<void>('/url', { url }),
    click: (selector: string) => toElement(selector, 'click'),
    clear: (selector: string) => toElement(selector, 'clear'),
    type: (selector: string, text: string) => toElement(selector, 'value', { text }),
    evaluate: <T>(expression: string) => run<T>(`return (${expression})`),
    /** Opens a tab and tells its handle; commands still go to the one that was chosen last. */
    newTab: async () => (await post<{ handle: string }>('/window/new', { type: 'tab' })).handle,
    handle: () => ask<string>(`${url}/window`, 'GET'),
    choose: (handle: string) => post<void>('/window', { handle }),
    /** Closes the tab that was chosen last. */
    closeTab: () => ask<void>(`${url}/window`, 'DELETE'),
    close: () => ask<void>(url, 'DELETE'),
  };
}
