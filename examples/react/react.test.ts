import { describe, expect, test } from 'vitest';
import {
  besideCollector,
  besideRecorder,
  example,
  faults,
  look,
  page,
  poll,
  recorder,
  screens,
  timelineOf,
} from '../testing.js';

const values = { name: 'Ada Byron', email: 'ada@example.com', message: 'It leaks.' };
const home = 'Espresso machines that hold their nine bars: Halfturn';
const contact = 'Write to the workshop: Halfturn';

async function openContact(): Promise<void> {
  await page.goto(example.url);
  await page.getByRole('link', { name: 'Contact' }).click();
  await page.getByRole('heading', { level: 1, name: 'Write to the workshop' }).waitFor();
}

async function send({ name, email, message }: typeof values): Promise<void> {
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Message').fill(message);
  await page.getByRole('button', { name: 'Send the message' }).click();
}

/** The page view of another page is the last event to leave the browser. */
const goHome = () => page.getByRole('link', { name: 'Workshop' }).click();

describe('beside the collector', () => {
  besideCollector('react');

  test('a submission is one lead, with the pages of the app seen before and after', async () => {
    await openContact();
    await send(values);
    await page.getByText('Thank you').waitFor();
    expect(await page.locator('form').count()).toBe(0);
    expect(example.posts.map((post) => JSON.parse(post))).toEqual([values]);

    await goHome();
    const events = await timelineOf(values.email, 4);
    expect(events.map(({ type, url, title }) => [type, url, title])).toEqual([
      ['page_view', `${example.url}/`, home],
      ['page_view', `${example.url}/contact`, contact],
      ['form_submit', `${example.url}/contact`, contact],
      ['page_view', `${example.url}/`, home],
    ]);
    expect(events[2]).toMatchObject({
      form_id: 'contact',
      fields: { name: ['Ada Byron'], email: ['ada@example.com'], message: ['It leaks.'] },
    });
  });

  test.each(screens)('everybody can use it: %s, %i px', async (...screen) => {
    await look(screen);
    await page.goto(example.url);
    expect(await faults()).toEqual([]);
    await openContact();
    await send({ name: '', email: '', message: '' });
    await page.getByText('Please tell us your name.').waitFor();
    expect(await faults()).toEqual([]);
    // The first field to correct has the focus, and says what is wrong.
    expect(await page.evaluate('document.activeElement.name')).toBe('name');
    await send(values);
    await page.getByText('Thank you').waitFor();
    expect(await faults()).toEqual([]);
  });
});

describe('beside a recorder', () => {
  besideRecorder('react');

  test.each([
    ['an empty form', { name: '', email: '', message: '' }, 'Please tell us your name.'],
    ['half an address', { ...values, email: 'ada@' }, 'That is not an e-mail address yet.'],
    ['no message', { ...values, message: '' }, 'Please write a line or two.'],
  ])('a submission that is not valid is no event: %s', async (_name, given, error) => {
    await openContact();
    await send(given);
    await page.getByText(error).waitFor();
    await goHome();
    await poll(() => recorder.events('page_view').length).toBe(3);
    expect(recorder.events('form_submit')).toEqual([]);
    expect(example.posts).toEqual([]);
  });

  test('a submission that the site fails to take is an event all the same', async () => {
    await page.route('**/api/contact', (route) => route.fulfill({ status: 500 }));
    await openContact();
    await send(values);
    await page.getByText('That did not go through.').waitFor();
    expect(await page.getByLabel('Message').inputValue()).toBe(values.message);
    await poll(() => recorder.events('form_submit')).toMatchObject([{ form: { fields: values } }]);
  });
});
