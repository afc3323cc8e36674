// `npm run screenshots`: a picture of every page of `dashboards/sections.ts`, for whoever changes one, on an instance with
// the seeded company and on an empty one; with axe in each language. Ends with 1 where axe found something.
//
//   npm run screenshots [-- --page /leads --language tr --scheme dark --width 390 --world empty --window --out folder]
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { languages } from '../../dashboards/i18n/locale.js';
import { pages } from '../../dashboards/sections.js';
import { launchChromium } from '../browser/chromium.js';
import { violations } from '../browser/watched.js';
import { indexOf } from './gallery.js';
import { openAs, settled, worlds } from './worlds.js';

const all = {
  page: pages.map(({ path }) => path),
  language: Object.keys(languages),
  scheme: ['light', 'dark'],
  width: ['390', '1280', '1920'],
  world: Object.keys(worlds),
};
type Choice = keyof typeof all;

/** axe looks at a phone and at a desktop; a wider one has nothing else. */
const CHECKED_WIDTHS = ['390', '1280'];
/** As high as a usual window of that width. */
const HEIGHTS: Record<string, number> = { 390: 844, 1280: 800, 1920: 1080 };

const { values } = parseArgs({
  options: {
    page: { type: 'string', multiple: true },
    language: { type: 'string', multiple: true },
    scheme: { type: 'string', multiple: true },
    width: { type: 'string', multiple: true },
    world: { type: 'string', multiple: true },
    out: { type: 'string', default: 'screenshots' },
    /** Only what a window of that size shows at once. */
    window: { type: 'boolean', default: false },
    help: { type: 'boolean' },
  },
});

const chosen = (name: Choice): string[] => {
  const asked = values[name] ?? all[name];
  const unknown = asked.filter((one) => !all[name].includes(one));
  if (unknown.length > 0)
    throw new Error(`--${name} ${unknown.join(', ')}: there are ${all[name].join(', ')}.`);
  return asked;
};

async function main(): Promise<void> {
  if (values.help) {
    for (const [name, choices] of Object.entries(all)) console.log(`  --${name}  ${choices.join(', ')}`);
    return console.log(
      '  --window what a window shows at once, not the whole page\n  --out    a folder for the pictures (screenshots)\nWhat is not named is all of it.',
    );
  }
  const paths = chosen('page');
  const browser = await launchChromium();
  const found: string[] = [];
  const pictures: string[] = [];
  for (const world of chosen('world')) {
    const { instance, ids } = await worlds[world as keyof typeof worlds]();
    await mkdir(join(values.out, world), { recursive: true });
    for (const language of chosen('language')) {
      for (const scheme of chosen('scheme')) {
        const { page, close } = await openAs(browser, instance, { language, scheme });
        for (const width of chosen('width')) {
          await page.setViewportSize({ width: Number(width), height: HEIGHTS[width] ?? 900 });
          for (const path of paths) {
            const address = path.replace(
              ':id',
              encodeURIComponent(ids[path.split('/')[1] ?? ''] || 'nobody'),
            );
            await page.goto(`${instance.url}${address}?site=demo`);
            await settled(page);
            const name = `${path.replace(/\W+/g, ' ').trim().replaceAll(' ', '-')}-${language}-${scheme}-${width}`;
            const picture = `${world}/${name}.png`;
            await page.screenshot({ path: join(values.out, picture), fullPage: !values.window });
            pictures.push(picture);
            if (!CHECKED_WIDTHS.includes(width)) continue;
            for (const violation of await violations(page)) found.push(`${picture}: ${violation}`);
          }
        }
        await close();
      }
      console.log(`  ${world}, ${language}: ${pictures.length} pictures`);
    }
    await instance.stop();
  }
  await browser.close();
  await writeFile(join(values.out, 'index.html'), indexOf(pictures));
  console.log([...found, `${found.length} violations. See ${join(values.out, 'index.html')}`].join('\n'));
  process.exitCode = found.length > 0 ? 1 : 0;
}

await main();
