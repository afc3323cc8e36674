// How people come by an account, sign in and are signed out, over the whole app.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorCode, KEY, OWN, startApp, type TestApp } from './testing.js';
import { type Ask, accept, cookiesOf, invite, keyOf, PASSWORD, userOf } from './testing_users.js';

let running: TestApp;
beforeAll(async () => {
  running = await startApp();
});
afterAll(() => running.stop());

const ALL = [{ site: '*', roles: ['owner' as const], people: 'all' as const }];
const REP = [{ site: 'shop', roles: ['rep' as const], people: 'all' as const }];

const post = async (path: string, body: unknown, headers = {}) =>
  running.app.request(OWN + path, { method: 'POST', body: JSON.stringify(body), headers });
const signIn = (email: string, password: unknown, headers = {}) =>
  post('/v1/session', { email, password }, headers);
const code = async (response: Response | Promise<Response>) => {
  const answer = await response;
  return answer.ok ? String(answer.status) : errorCode(answer);
};
const put = (ask: Ask, path: string, body: unknown) =>
  ask(`/v1/entities/${path}`, { method: 'PUT', headers: { 'If-Match': '*' }, body: JSON.stringify(body) });
const remove = (ask: Ask, path: string) =>
  ask(`/v1/entities/${path}`, { method: 'DELETE', headers: { 'If-Match': '*' } });
const sessionOf = async (cookie: string) =>
  running.app.request(`${OWN}/v1/session`, { headers: { Cookie: cookie } });

describe('the first start', () => {
  const first = {
    name: 'Ada',
    email: 'Ada@Example.com',
    password: PASSWORD,
    language: 'es',
    site: { id: 'books', name: 'Books', origins: ['https://www.books.test'], timeZone: 'Europe/Madrid' },
  };

  it('is told to whoever comes, and done by who has the admin key alone', async () => {
    const nobody = await sessionOf('');
    expect([nobody.status, await nobody.json()]).toMatchObject([401, { setup: true }]);
    expect(await code(post('/v1/setup', first))).toBe('401 sign_in_required');
    expect(await code(post('/v1/setup', { ...first, key: 'a-wrong-key' }))).toBe('401 key_invalid');
    for (const [wrong, path] of [
      [{ password: 'x'.repeat(10_000) }, 'password'],
      [{ password: 'short' }, 'password'],
      [{ password: 'password123456' }, 'password'],
      [{ email: 'ada' }, 'email'],
      [{ name: ' ' }, 'name'],
      [{ site: { ...first.site, timeZone: 'Mars' } }, 'site.timeZone'],
    ] as const) {
      const refused = await post('/v1/setup', { ...first, ...wrong, key: KEY });
      expect([refused.status, await refused.json()]).toMatchObject([
        400,
        { error: { code: 'entity_invalid', details: [{ path }] } },
      ]);
    }
    const email = await post('/v1/setup', { ...first, email: 'ada', key: KEY });
    expect(await email.json()).toMatchObject({
      error: { details: [{ path: 'email', rule: 'format', limit: 'email' }] },
    });
  });

  it('makes the account and the site, once, and signs in', async () => {
    const done = await post('/v1/setup', { ...first, key: KEY });
    expect(done.status).toBe(204);
    const session = (await (await sessionOf(cookiesOf(done))).json()) as object;
    expect(session).toMatchObject({
      user: { name: 'Ada', email: 'ada@example.com', language: 'es' },
      access: ALL,
    });
    expect(await (await running.owner('/v1/entities/sites/books')).json()).toMatchObject({ name: 'Books' });
    expect(await code(post('/v1/setup', { ...first, email: 'b@example.com', key: KEY }))).toBe(
      '409 setup_done',
    );
    expect(await (await sessionOf('')).json()).not.toHaveProperty('setup');
    const text = await (await running.owner('/v1/entities/users')).text();
    expect(text).not.toMatch(/scrypt|epoch|password/);
  });

  it('leaves the admin key what it was', async () => {
    const signed = await post('/v1/session', { key: KEY });
    expect(signed.status).toBe(204);
    const session = await sessionOf(cookiesOf(signed));
    expect(await session.json()).toMatchObject({ user: null, access: [{ site: '*', roles: ['owner'] }] });
  });
});

describe('a session', () => {
  it('is a cookie that scripts and other sites do not get, and siblings cannot set', async () => {
    await userOf(running, 'cookie', REP);
    const signed = await signIn('cookie@team.example', PASSWORD);
    const cookies = signed.headers.getSetCookie();
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^__Host-leadline_/);
      expect(cookie).toMatch(/HttpOnly/);
      expect(cookie).toMatch(/Secure/);
      expect(cookie).toMatch(/SameSite=Strict/);
      expect(cookie).not.toMatch(/Domain/);
    }
    const plain = cookiesOf(signed).replaceAll('__Host-', '');
    expect((await sessionOf(plain)).status).toBe(401);
    expect((await sessionOf(cookiesOf(signed))).status).toBe(200);
    const elsewhere = await running.app.request(`${OWN}/v1/entities/sessions`, {
      headers: { Cookie: cookiesOf(signed), Origin: 'https://evil.example' },
    });
    expect(elsewhere.status).toBe(401);
    // Nor may another page sign somebody in or out.
    for (const headers of [
      { Origin: 'https://evil.example' },
      { Origin: `${OWN}:8443`, 'Sec-Fetch-Site': 'same-site' },
      { 'Sec-Fetch-Site': 'cross-site' },
    ])
      expect(await code(signIn('cookie@team.example', PASSWORD, headers))).toBe('403 cross_site_request');
  });

  it('is another one at each sign-in, and ends the one before', async () => {
    await userOf(running, 'rotation', REP);
    const first = cookiesOf(await signIn('rotation@team.example', PASSWORD));
    const second = cookiesOf(await signIn('rotation@team.example', PASSWORD, { Cookie: first }));
    expect(second).not.toBe(first);
    expect((await sessionOf(first)).status).toBe(401);
    expect((await sessionOf(second)).status).toBe(200);
  });

  it('is listed with its browser, and ended from elsewhere, on every collector', async () => {
    const { id, cookie, ask } = await userOf(running, 'listed', REP);
    const other = await running.another();
    const headers = {
      'User-Agent':
        'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
      'X-Test-Address': '192.0.2.7',
    };
    const phone = cookiesOf(await signIn('listed@team.example', PASSWORD, headers));
    const { rows } = (await (await ask('/v1/entities/sessions')).json()) as {
      rows: { id: string; user: string; os: string; device: string; country: string; lastUsedAt: number }[];
    };
    expect(rows.map(({ user }) => user)).toEqual([id, id]);
    const found = rows.find(({ device }) => device === 'mobile');
    expect(found).toMatchObject({ os: 'iOS', country: 'ES', lastUsedAt: expect.any(Number) });
    const onOther = () => other.request(`${OWN}/v1/session`, { headers: { Cookie: phone } });
    expect((await onOther()).status).toBe(200);
    expect((await remove(ask, `sessions/${found?.id}`)).status).toBe(204);
    expect((await onOther()).status).toBe(401);
    expect((await sessionOf(cookie)).status).toBe(200);
  });

  it('of somebody else is not there', async () => {
    const theirs = await userOf(running, 'theirs', REP);
    const { ask } = await userOf(running, 'curious', REP);
    const { sessionId } = (await (await theirs.ask('/v1/session')).json()) as { sessionId: string };
    expect(await code(ask(`/v1/entities/sessions/${sessionId}`))).toBe('404 entity_unknown');
    expect(await code(remove(ask, `sessions/${sessionId}`))).toBe('404 entity_unknown');
    expect(await code(ask(`/v1/entities/sessions?user=${theirs.id}`))).toBe('200');
    expect(await (await ask(`/v1/entities/sessions?user=${theirs.id}`)).text()).not.toContain(theirs.id);
  });

  it('ends everywhere at once', async () => {
    const { ask } = await userOf(running, 'everywhere', REP);
    const others = await Promise.all(
      ['a', 'b'].map(async () => cookiesOf(await signIn('everywhere@team.example', PASSWORD))),
    );
    expect((await ask('/v1/session?everywhere=true', { method: 'DELETE' })).status).toBe(204);
    for (const cookie of others) expect((await sessionOf(cookie)).status).toBe(401);
    expect((await ask('/v1/session')).status).toBe(401);
    expect((await signIn('everywhere@team.example', PASSWORD)).status).toBe(204);
  });

  it('loses what its user loses, while it goes on', async () => {
    const { id, ask } = await userOf(running, 'demoted', REP);
    expect((await ask('/v1/query/leads?site=shop')).status).toBe(200);
    const owner: Ask = (path, init) => running.owner(path, init);
    await put(owner, `users/${id}`, { email: 'demoted@team.example', name: 'demoted', access: [] });
    expect(await code(ask('/v1/query/leads?site=shop'))).toBe('404 site_unknown');
    expect((await ask('/v1/session')).status).toBe(200);
    await remove(owner, `users/${id}`);
    expect((await ask('/v1/session')).status).toBe(401);
    expect(await code(signIn('demoted@team.example', PASSWORD))).toBe('401 credentials_wrong');
  });
});

describe('an invitation', () => {
  it('says what it is for, and is accepted once', async () => {
    const { token } = await invite(running, { email: 'once@team.example', language: 'tr', access: REP });
    const said = await post('/v1/invitation', { token });
    expect(await said.json()).toMatchObject({
      email: 'once@team.example',
      language: 'tr',
      hasAccount: false,
      isReset: false,
      sites: ['Shop'],
    });
    const refused = await accept(running, { token, name: 'Once', password: 'x'.repeat(10_000) });
    expect(await errorCode(refused)).toBe('400 entity_invalid');
    const both = await Promise.all(
      ['One', 'Two'].map((name) => accept(running, { token, name, password: PASSWORD }).then(code)),
    );
    expect(both.sort()).toEqual(['204', '410 invitation_used']);
    expect(await code(post('/v1/invitation', { token }))).toBe('410 invitation_used');
  });

  it.each(['', 'x', 'nothing.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', null, 7, '../users'])(
    'that was never made is none: %s',
    async (token) => {
      expect(await code(post('/v1/invitation', { token }))).toBe('404 invitation_unknown');
      expect(await code(accept(running, { token, password: PASSWORD }))).toBe('404 invitation_unknown');
    },
  );

  it('with another secret, or withdrawn, is none', async () => {
    const { id, token } = await invite(running, { email: 'gone@team.example', access: REP });
    expect(await code(post('/v1/invitation', { token: `${token.slice(0, -1)}-` }))).toBe(
      '404 invitation_unknown',
    );
    await running.owner(`/v1/entities/invitations/${id}`, { method: 'DELETE', headers: { 'If-Match': '*' } });
    expect(await code(post('/v1/invitation', { token }))).toBe('404 invitation_unknown');
  });

  it('of two owners to one address adds up', async () => {
    const invitations = await Promise.all(
      (['rep', 'marketer'] as const).map((role) =>
        invite(running, {
          email: 'both@team.example',
          name: 'Both',
          access: [{ site: 'shop', roles: [role], people: 'own' }],
        }),
      ),
    );
    const [first, second] = invitations.map(({ token }) => token);
    expect((await accept(running, { token: first, password: PASSWORD })).status).toBe(204);
    expect(await (await post('/v1/invitation', { token: second })).json()).toMatchObject({
      hasAccount: true,
    });
    expect(await code(accept(running, { token: second, password: 'not the password' }))).toBe(
      '401 credentials_wrong',
    );
    const joined = await accept(running, { token: second, password: PASSWORD });
    const session = await sessionOf(cookiesOf(joined));
    expect(await session.json()).toMatchObject({
      access: [{ site: 'shop', roles: ['marketer', 'rep'], people: 'own' }],
    });
  });

  it('of somebody who has left lets nobody in', async () => {
    const leaving = await userOf(running, 'leaving', ALL);
    const made = await leaving.ask('/v1/entities/invitations', {
      method: 'POST',
      body: JSON.stringify({ email: 'backdoor@team.example', name: 'x', access: ALL }),
    });
    const { url } = (await made.json()) as { url: string };
    await running.owner(`/v1/entities/users/${leaving.id}`, {
      method: 'DELETE',
      headers: { 'If-Match': '*' },
    });
    const token = url.split('/').at(-1);
    expect(await code(accept(running, { token, password: PASSWORD }))).toBe('404 invitation_unknown');
    const { rows } = (await (await running.owner('/v1/entities/sites/shop/history')).json()) as {
      rows: object[];
    };
    expect(rows.length).toBeGreaterThan(0);
  });

  it('of an owner of some sites takes over no account that reaches further', async () => {
    const { ask } = await userOf(running, 'owner-of-shop', [
      { site: 'shop', roles: ['owner'], people: 'all' },
    ]);
    const email = 'not-yet@team.example';
    await running.owner('/v1/entities/users', {
      method: 'POST',
      body: JSON.stringify({ email, name: 'Not yet', access: ALL }),
    });
    const made = await ask('/v1/entities/invitations', {
      method: 'POST',
      body: JSON.stringify({ email, access: REP }),
    });
    const token = ((await made.json()) as { url: string }).url.split('/').at(-1);
    // Nor does whoever made it learn of whom.
    expect(await (await post('/v1/invitation', { token })).json()).toMatchObject({
      name: '',
      hasAccount: false,
    });
    expect(await code(accept(running, { token, password: PASSWORD }))).toBe('404 invitation_unknown');
    expect(await code(signIn(email, PASSWORD))).toBe('401 credentials_wrong');
    const { token: rightly } = await invite(running, { email, access: [{ site: '*', roles: ['viewer'] }] });
    expect(await (await post('/v1/invitation', { token: rightly })).json()).toMatchObject({
      sites: [],
      access: [{ site: '*', name: '*', roles: ['viewer'], people: 'all' }],
    });
    expect(await code(accept(running, { token: rightly, password: PASSWORD }))).toBe('204');
  });

  it('of a key that may no more lets nobody in', async () => {
    const ask = await keyOf(running, { role: 'owner', sites: ['shop'] });
    const { rows } = (await (await ask('/v1/entities/keys')).json()) as {
      rows: { id: string; name: string }[];
    };
    const made = await ask('/v1/entities/invitations', {
      method: 'POST',
      body: JSON.stringify({ email: 'by-key@team.example', name: 'x', access: REP }),
    });
    const token = ((await made.json()) as { url: string }).url.split('/').at(-1);
    expect((await post('/v1/invitation', { token })).status).toBe(200);
    const [{ id = '' } = {}] = rows;
    await put((path, init) => running.owner(path, init), `keys/${id}`, {
      name: 'x',
      role: 'viewer',
      sites: ['shop'],
    });
    expect(await code(accept(running, { token, password: PASSWORD }))).toBe('404 invitation_unknown');
  });

  it('brings nobody back who was removed, nor a session of theirs', async () => {
    const { id, email, cookie } = await userOf(running, 'removed', REP);
    const { token } = await invite(running, { email, access: REP });
    const owner: Ask = (path, init) => running.owner(path, init);
    await remove(owner, `users/${id}`);
    expect(await code(accept(running, { token, password: PASSWORD }))).toBe('404 invitation_unknown');
    await put(owner, `users/${id}`, { email, name: 'Again', access: REP });
    expect((await sessionOf(cookie)).status).toBe(401);
  });

  it('gives a new password, and ends what the old one had begun', async () => {
    const { id, ask } = await userOf(running, 'forgot', REP);
    const { token } = await invite(running, { user: id });
    expect(await (await post('/v1/invitation', { token })).json()).toMatchObject({
      isReset: true,
      email: 'forgot@team.example',
    });
    const done = await accept(running, { token, password: 'another fine password' });
    expect(done.status).toBe(204);
    expect((await ask('/v1/session')).status).toBe(401);
    expect((await sessionOf(cookiesOf(done))).status).toBe(200);
    expect(await code(signIn('forgot@team.example', PASSWORD))).toBe('401 credentials_wrong');
    expect(await code(signIn('forgot@team.example', 'another fine password'))).toBe('204');
  });

  it.each([
    [{ access: REP }, 'email'],
    [{ email: 'x@y.example', user: 'x' }, 'email'],
    [{ user: 'nobody-at-all' }, 'user'],
    [{ email: 'x@y.example', access: [{ site: 'nowhere', roles: ['rep'] }] }, 'access.0.site'],
    [{ email: 'x@y.example', access: [{ site: 'shop', roles: ['king'] }] }, 'access.0.roles'],
    [{ email: 'x@y.example', access: [{ site: 'shop', roles: [] }] }, 'access.0.roles'],
    [{ email: 'x@y.example', access: [...REP, ...REP] }, 'access'],
  ])('that cannot be is refused: %j', async (input, path) => {
    const refused = await running.owner('/v1/entities/invitations', {
      method: 'POST',
      body: JSON.stringify(input),
    });
    const { error } = (await refused.json()) as { error: { code: string; details: { path: string }[] } };
    expect(error).toMatchObject({ code: 'entity_invalid' });
    expect(error.details[0]?.path).toMatch(new RegExp(`^${path}`));
  });
});

describe('users', () => {
  const owner: Ask = (path, init) => running.owner(path, init);

  it('have an address of their own, also when two are made at once', async () => {
    const make = (email: string) =>
      running.owner('/v1/entities/users', { method: 'POST', body: JSON.stringify({ email, name: 'x' }) });
    const answers = await Promise.all([make('same@team.example'), make('SAME@team.example')]);
    expect(answers.filter(({ status }) => status === 201).length).toBeLessThanOrEqual(1);
    expect(await code(make(' Same@Team.Example '))).toBe(
      answers.every(({ status }) => status === 409) ? '201' : '409 email_taken',
    );
    const { rows } = (await (await running.owner('/v1/entities/users?search=same@team')).json()) as {
      rows: object[];
    };
    expect(rows).toHaveLength(1);
  });

  it('are never without an owner of all sites, also when two leave at once', async () => {
    const { rows } = (await (await running.owner('/v1/entities/users?limit=1000')).json()) as {
      rows: { id: string; email: string; name: string; access: { site: string }[] }[];
    };
    const [last, ...others] = rows.filter(({ access }) => access.some(({ site }) => site === '*'));
    for (const { id } of others) await remove(owner, `users/${id}`);
    expect(await code(remove(owner, `users/${last?.id}`))).toBe('409 last_owner');
    const { id, email, name } = last ?? {};
    expect(await code(put(owner, `users/${id}`, { email, name, access: [] }))).toBe('409 last_owner');
    expect(await code(put(owner, `users/${id}`, { email, name: 'Another', access: ALL }))).toBe('200');
    const { id: second } = await userOf(running, 'second-owner', ALL);
    const left = await Promise.all([remove(owner, `users/${id}`), remove(owner, `users/${second}`)]);
    expect(left.filter(({ ok }) => ok).length).toBeLessThanOrEqual(1);
    const after = (await (await running.owner('/v1/entities/users?access=*')).json()) as { rows: object[] };
    expect(after.rows.length).toBeGreaterThan(0);
  });

  it('who have left keep their name in history', async () => {
    const { id, ask } = await userOf(running, 'Grace', ALL);
    await put(ask, 'products/lamp?site=shop', { name: 'Lamp' });
    await remove(owner, `users/${id}`);
    const history = await running.owner('/v1/entities/products/lamp/history?site=shop');
    expect(await history.json()).toMatchObject({ rows: [{ by: `user:${id}`, byName: 'Grace' }] });
  });

  it('change their own name, language and password, and nothing else', async () => {
    const { id, ask } = await userOf(running, 'own', REP);
    const profile = (body: object) => ask('/v1/profile', { method: 'POST', body: JSON.stringify(body) });
    expect(await (await profile({ name: 'Mine', language: 'tr' })).json()).toEqual({
      id,
      name: 'Mine',
      email: 'own@team.example',
      language: 'tr',
    });
    expect(await code(profile({ access: ALL }))).toBe('400 entity_invalid');
    expect(await code(profile({ password: 'another fine password' }))).toBe('401 credentials_wrong');
    expect(await code(profile({ password: 'short', currentPassword: PASSWORD }))).toBe('400 entity_invalid');
    const changed = await profile({ password: 'another fine password', currentPassword: PASSWORD });
    expect(changed.status).toBe(200);
    expect((await ask('/v1/session')).status).toBe(401);
    expect((await sessionOf(cookiesOf(changed))).status).toBe(200);
    expect(await code(put(ask, `users/${id}`, { email: 'own@team.example', name: 'x', access: ALL }))).toBe(
      '401 sign_in_required',
    );
  });
});

describe('guessing', () => {
  let addresses = 0;

  it('is held back, and whoever has signed in before still gets in', async () => {
    const { cookie } = await userOf(running, 'guessed', REP);
    const statuses = new Set<number>();
    for (let tries = 0; tries < 40; tries++) {
      const headers = { 'X-Test-Address': `198.51.100.${tries}` };
      statuses.add((await signIn('guessed@team.example', `guess number ${tries}`, headers)).status);
    }
    expect(statuses).toEqual(new Set([401, 429]));
    const stranger = await signIn('guessed@team.example', PASSWORD, { 'X-Test-Address': '198.51.100.99' });
    expect([stranger.status, Number(stranger.headers.get('Retry-After')) > 0]).toEqual([429, true]);
    expect(await code(signIn('guessed@team.example', PASSWORD, { Cookie: cookie }))).toBe('204');
  });

  it('tells nobody who has an account', async () => {
    const [known, unknown] = await Promise.all(
      ['cookie@team.example', 'nobody@team.example'].map(async (email) =>
        (await signIn(email, 'a wrong one')).text(),
      ),
    );
    expect(known).toBe(unknown);
  });

  it.each([[{ toString: 1 }], [['cookie@team.example']], [null]])('%j is no address', async (email) => {
    const headers = { 'X-Test-Address': `203.0.113.${++addresses}` };
    const answer = await post('/v1/session', { email, password: PASSWORD }, headers);
    expect(await code(answer)).toBe('401 credentials_wrong');
  });

  it.each([[null], [7], [''], ['x'.repeat(10_000)], [['a']], [{}]])('%j is no password', async (password) => {
    const headers = { 'X-Test-Address': `203.0.113.${++addresses}` };
    expect(await code(signIn('rotation@team.example', password, headers))).toBe('401 credentials_wrong');
  });
});
