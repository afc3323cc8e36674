// The script in each engine that visitors have, on the same pages. What is the same everywhere is tested in Chromium
// alone: `sdk*.test.ts`.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from './engines/engine.js';
import { featurePages } from './engines/feature_pages.js';
import { formPages } from './engines/form_pages.js';
import { missingEngines } from './engines/installed.mjs';
import { leavingPages } from './engines/leaving_pages.js';
import { linkPages } from './engines/link_pages.js';
import type { PageCase } from './engines/page_case.js';
import { refusalPages } from './engines/refusal_pages.js';
import { enginesHere } from './engines/running.js';
import { safetyPages } from './engines/safety_pages.js';
import { shows } from './engines/shows.js';
import { viewPages } from './engines/view_pages.js';

const groups: Record<string, PageCase[]> = {
  'captures a form': formPages,
  'keeps what is secret': safetyPages,
  'leaves alone what is refused': refusalPages,
  'tells of links': linkPages,
  'delivers when the page is left': leavingPages,
  'tells of pages': viewPages,
  'works without': featurePages,
};

if (process.env.CI) it('is tested in every engine', () => expect(missingEngines()).toEqual([]));

// Each waits most of the time, so the engines run beside each other.
for (const { name, start } of enginesHere()) {
  describe.concurrent(name, () => {
    let engine: Engine;
    beforeAll(async () => {
      engine = await start();
    });
    afterAll(() => engine?.close());

    for (const [what, pages] of Object.entries(groups)) {
      describe.sequential(what, () => {
        for (const page of pages.filter(({ notIn }) => !notIn?.includes(name)))
          it(page.name, () => shows(engine, page));
      });
    }
  });
}
