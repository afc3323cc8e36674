import { expect, test } from 'vitest';
import { besideCollector, example, faults, look, page, screens, timelineOf } from '../testing.js';

besideCollector('vue');

const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const step = (name: string) => page.getByRole('heading', { level: 2, name, exact: true }).waitFor();

async function describeMachine(): Promise<void> {
  await page.getByLabel('Duet 2').check();
  await page.getByLabel('How many?').fill('3');
  await page.getByLabel('Install it').check();
  await page.getByLabel('Train our people').check();
}

test('three steps are one submission, with the answers of all of them', async () => {
  await page.goto(example.url);
  await press('Next');
  // Nothing is chosen yet.
  expect(await page.locator('.error:not(:empty)').count()).toBe(1);
  await describeMachine();
  await page.getByLabel('How many?').press('Enter');
  await step('The place');
  await page.getByLabel('Town').fill('Galway');
  await press('Back');
  await step('The machine');
  await press('Next');
  await page.getByLabel('When do you need it?').selectOption('month');
  await press('Next');
  await step('You');
  await page.getByLabel('Your name').fill('Ada Byron');
  await page.getByLabel('Work e-mail').fill('ada@');
  await press('Ask for a quote');
  await page.locator('#email-error').waitFor();
  await page.getByLabel('Work e-mail').fill('ada@example.com');
  await page.getByLabel('Work e-mail').press('Enter');
  await page.getByText('Thank you, Ada Byron.').waitFor();
  expect(await page.locator('form').count()).toBe(0);
  const answers = { machine: 'duet-2', services: ['install', 'training'], town: 'Galway', start: 'month' };
  expect(example.posts.map((post) => JSON.parse(post))).toMatchObject([answers]);

  const events = await timelineOf('ada@example.com', 2);
  expect(events.map(({ type }) => type)).toEqual(['page_view', 'form_submit']);
  expect(events[1]).toMatchObject({ url: `${example.url}/`, form_id: 'quote' });
  expect(events[1]?.fields).toEqual({
    machine: ['duet-2'],
    quantity: ['3'],
    services: ['install', 'training'],
    town: ['Galway'],
    start: ['month'],
    name: ['Ada Byron'],
    email: ['ada@example.com'],
    phone: [''],
  });
});

test.each(screens)('everybody can use it: %s, %i px', async (...screen) => {
  await look(screen);
  await page.goto(example.url);
  await press('Next');
  await page.locator('#machine-error').waitFor();
  expect(await faults()).toEqual([]);
  // The first field to correct has the focus.
  expect(await page.evaluate('document.activeElement.name')).toBe('machine');
  await describeMachine();
  await press('Next');
  await step('The place');
  // A new step is read out from its heading.
  expect(await page.evaluate('document.activeElement.textContent')).toBe('The place');
  expect(await faults()).toEqual([]);
  await page.getByLabel('Town').fill('Galway');
  await press('Next');
  await step('You');
  await press('Ask for a quote');
  await page.locator('#email-error').waitFor();
  expect(await faults()).toEqual([]);
  await page.getByLabel('Your name').fill('Grace Hopper');
  await page.getByLabel('Work e-mail').fill('grace@example.com');
  await press('Ask for a quote');
  await page.getByText('Thank you').waitFor();
  expect(await faults()).toEqual([]);
});
