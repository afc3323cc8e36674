import type { Instance } from '../instance.js';

export interface Answer {
  id: string;
  status: number;
  retryAfter: string | null;
  body: { accepted?: number; rejected?: unknown[]; error?: { code: string; message: string } };
}

/**
 * Submits a form with the e-mail `<id>@example.com`, as a browser of that visitor whose clock is right.
 *
 * @throws TypeError, as `fetch` does, where nobody answers
 */
export async function submit({ url }: Instance, id: string, fields: object = {}): Promise<Answer> {
  const now = Date.now();
  const form = { id: 'contact', fields: { email: `${id}@example.com`, ...fields } };
  const events = [{ id, type: 'form_submit', ts: now, form }];
  const response = await fetch(`${url}/v1/events`, {
    method: 'POST',
    headers: { Origin: url },
    body: JSON.stringify({ site: 'demo', visitor: id, sent: now, events }),
  });
  const body = (await response.json()) as Answer['body'];
  return { id, status: response.status, retryAfter: response.headers.get('Retry-After'), body };
}

/** The ids of the forms that queries see, sorted, each as often as it counts. */
export async function storedForms(instance: Instance): Promise<string[]> {
  type Page = { rows: { email: string; events: number }[]; meta: { cursor?: string } };
  const found: string[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined; ) {
    const next: string = cursor && `&cursor=${encodeURIComponent(cursor)}`;
    const page: Page = await instance.get<Page>(`/v1/query/leads?site=demo&limit=1000${next}`);
    for (const { email, events } of page.rows)
      found.push(...Array<string>(events).fill(email.replace('@example.com', '')));
    cursor = page.meta.cursor || undefined;
  }
  return found.sort();
}
