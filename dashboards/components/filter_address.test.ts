import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Filter, filtersIn, operators, removeFilter, setFilter } from './filter_address.js';

const columns = ['status', 'country', 'company', 'orders', 'owner', 'captured_at'];
const address =
  'site=demo&status=new&status=working&country!=ES&company~=acme&orders>=2&owner=&sort=name&tab=all';

describe('filters in an address', () => {
  it('are read as queries read them', () => {
    expect(filtersIn(new URLSearchParams(address), columns)).toEqual([
      { column: 'status', operator: '=', values: ['new', 'working'] },
      { column: 'country', operator: '!=', values: ['ES'] },
      { column: 'company', operator: '~=', values: ['acme'] },
      { column: 'orders', operator: '>=', values: ['2'] },
      { column: 'owner', operator: '=', values: [''] },
    ]);
  });

  it('are changed and removed without touching the rest', () => {
    const search = new URLSearchParams(address);
    const [status, country] = filtersIn(search, columns);
    if (!status || !country) throw new Error('not read');
    setFilter(search, { column: 'country', operator: '=', values: ['ES', 'IE'] }, country);
    removeFilter(search, status);
    expect(`${search}`).toBe(
      'site=demo&company%7E=acme&orders%3E=2&owner=&sort=name&tab=all&country=ES&country=IE',
    );
  });

  it('come back as they were put', () => {
    const column = fc.constantFrom('status', 'company', 'captured_at');
    const values = fc.array(fc.string(), { minLength: 1, maxLength: 3 });
    const filter = fc.record({ column, operator: fc.constantFrom(...operators), values });
    const unlike = fc.uniqueArray(filter, { selector: ({ column, operator }) => column + operator });
    fc.assert(
      fc.property(unlike, (filters: Filter[]) => {
        const search = new URLSearchParams();
        for (const one of filters) setFilter(search, one);
        expect(filtersIn(new URLSearchParams(`${search}`), columns)).toEqual(filters);
      }),
    );
  });
});
