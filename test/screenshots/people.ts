import { type Instance, until } from '../instance.js';

/**
 * Of one person all that their page can tell: words and claims that differ, attributes, several identifiers, an owner, an
 * order. And pairs of people who may be one, and a saved view.
 */
export async function addPeople(instance: Instance, owner: string): Promise<string> {
  const { url, adminKey } = instance;
  const headers = { Authorization: `Bearer ${adminKey}`, 'Content-Type': 'application/json' };
  const ask = async (method: string, path: string, body: object, more: Record<string, string> = headers) => {
    const response = await fetch(url + path, { method, headers: more, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  };
  let count = 0;
  const send = (batch: object, events: Record<string, unknown>[], more?: Record<string, string>) =>
    ask(
      'POST',
      '/v1/events?ack=stored',
      {
        site: 'demo',
        ...batch,
        events: events.map((event) => ({
          id: `shown-${++count}`,
          ts: Date.now() - HOUR_MS + count,
          ...event,
        })),
      },
      more,
    );

  const {
    id: _,
    version,
    ...site
  } = await instance.get<{ id: string; version: number }>('/v1/entities/sites/demo');
  await ask(
    'PUT',
    '/v1/entities/sites/demo',
    { ...site, attributes: ATTRIBUTES },
    { ...headers, 'If-Match': `"${version}"` },
  );

  // What a browser says is a claim.
  await send(
    { visitor: 'shown-visitor-of-a-person' },
    [
      {
        type: 'page_view',
        url: `${url}/demo/?utm_source=google&utm_medium=cpc&utm_campaign=espresso-hotel`,
        title: 'Espresso machines',
      },
      {
        type: 'form_submit',
        url: `${url}/demo/quote.html`,
        form: {
          id: 'quote',
          name: 'Get a quote',
          fields: { name: 'Rocio C.', email: EMAIL, company: 'Cucharilla', industry: 'Hospitality' },
        },
      },
    ],
    { Origin: url, 'Content-Type': 'text/plain' },
  );

  await send({ person: { email: EMAIL, customer: 'C-2041' } }, [
    {
      type: 'lead_entered',
      email: EMAIL,
      phone: '+34 600 123 456',
      name: 'Rocío Cucharilla',
      company: 'Hotel Cucharilla',
      title: 'Directora',
      city: 'Madrid',
      country: 'ES',
      rooms: '34',
      opened: '2019-05-01',
      chain: 'false',
    },
    { type: 'person_changed', title: 'Directora general', city: null, rooms: 36 },
    { type: 'owner_assigned', owner },
    { type: 'stage_changed', stage: 'qualified' },
    {
      type: 'purchase',
      orderId: 'shown-2041',
      currency: 'EUR',
      lines: [{ product: 'pico-duo', name: 'Pico Duo', quantity: 2, price: 4620 }],
    },
  ]);
  const pairs = [
    ['Gráinne Tamper', 'grainne@tamper-studios.example', '+353 20 910 4400'],
    ['Grainne Tamper', 'tamper.grainne@example.org', '+353 20 910 4400'],
    ['Rocío C. Ruiz', 'rocio.cucharilla.ruiz@correo-de-espana.example', '+34 600 123 456'],
    ['İlker Telvesi', 'ilker@yarim-fincan.example', '+90 212 909 4400'],
    ['Ilker Telvesi', 'ilker.telvesi@yarim-fincan.example', '+90 212 909 4400'],
  ] as const;
  for (const [name, email, phone] of pairs)
    await send({ person: { email } }, [{ type: 'lead_entered', email, name, phone }]);
  await ask('POST', '/v1/sites/demo/jobs', { job: 'find_duplicates' });
  await until(
    () => instance.get<{ rows: unknown[] }>('/v1/query/duplicates?site=demo'),
    ({ rows }) => rows.length >= 3,
  );

  await ask('POST', '/v1/entities/views?site=demo', {
    name: 'Customers of paid search',
    page: '/leads',
    address: 'channel=paid_search&stage=customer&sort=last_seen&order=desc',
  });

  const { rows } = await instance.get<{ rows: { person_id: string }[] }>(
    `/v1/query/leads?site=demo&search=${encodeURIComponent(EMAIL)}`,
  );
  return rows[0]?.person_id ?? 'nobody';
}

const HOUR_MS = 3_600_000;
const EMAIL = 'rocio@cucharilla.example';

const ATTRIBUTES = [
  { name: 'rooms', label: 'Rooms', type: 'number' },
  { name: 'opened', label: 'Opened on', type: 'date' },
  { name: 'chain', label: 'Part of a chain', type: 'boolean' },
];
