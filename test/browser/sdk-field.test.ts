// Pages as they are out there: what people found broken on others' pages with trackers, ours among them. Each waits most
// of the time, for what a visitor might still do, so several are open beside each other.
import { afterAll, beforeAll, describe, it } from 'vitest';
import { startChromium } from './engines/chromium.js';
import type { Engine } from './engines/engine.js';
import type { PageCase } from './engines/page_case.js';
import { shows } from './engines/shows.js';
import { addressPages } from './field/address_pages.js';
import { hostilePages } from './field/hostile_pages.js';
import { logInPages } from './field/log_in_pages.js';
import { optOutPages } from './field/opt_out_pages.js';
import { secretPages } from './field/secret_pages.js';
import { submissionPages } from './field/submission_pages.js';
import { validationPages } from './field/validation_pages.js';

const groups: Record<string, PageCase[]> = {
  'what the page keeps for itself stays,': optOutPages,
  'refused or taken:': validationPages,
  'a submission is one,': submissionPages,
  'a form with a password': logInPages,
  'no secret leaves:': secretPages,
  'addresses:': addressPages,
  'nothing is lost to': hostilePages,
};

let engine: Engine;
beforeAll(async () => {
  engine = await startChromium();
});
afterAll(() => engine?.close());

for (const [what, pages] of Object.entries(groups))
  describe.concurrent(what, () => {
    for (const page of pages) it(page.name, () => shows(engine, page));
  });
