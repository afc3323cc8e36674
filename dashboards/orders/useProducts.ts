import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { QueryAnswer } from '../../schemas/api.js';
import type { Product } from '../../schemas/entities/products.js';
import { useSite } from '../components/site.js';
import { request } from '../http.js';
import { useLiveRecord } from '../live/use.js';

/** A product of the site as it is stored. */
export type ProductRecord = Product & { id: string; version: number };

/** While somebody is still typing nothing is asked. */
const PAUSE_MS = 250;
const SHOWN_MAX = 20;

/** The products that fit what is typed; the first ones while nothing is. */
export function useProducts(typed: string): readonly ProductRecord[] {
  const { site } = useSite();
  const asked = useSignal(typed);
  useEffect(() => {
    const timer = setTimeout(() => {
      asked.value = typed;
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const search = asked.value.trim();
  const { record } = useLiveRecord(`products found ${site.id} ${search}`, ['products'], async (signal) => {
    const parameters = new URLSearchParams({
      site: site.id,
      limit: String(SHOWN_MAX),
      ...(search && { search }),
    });
    const path = `/v1/entities/products?${parameters}`;
    return ((await request('GET', path, { signal })) as QueryAnswer<ProductRecord>).rows;
  });
  return record ?? [];
}
