import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useSite } from '../components/site.js';
import { useLiveRecord } from '../live/use.js';
import { findProducts, type ProductRecord } from './data.js';

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
  const { record } = useLiveRecord(`products found ${site.id} ${search}`, ['products'], (signal) =>
    findProducts(site.id, search, SHOWN_MAX, signal),
  );
  return record ?? [];
}
