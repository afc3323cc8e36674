import type { ProductImport, ProductImportRow } from '../../../schemas/product_imports.js';
import { ApiError, request } from '../../http.js';
import { saveProduct } from '../../products/data.js';

/** A file takes its time on the way. */
const SEND_MS = 2 * 60_000;
/** Products that are stored at once. */
const TOGETHER = 4;

/** What would become of a file. @throws ApiError `import_invalid` for what is no file of products */
export async function preview(
  site: string,
  file: File,
  mapping: readonly string[] | undefined,
): Promise<ProductImport> {
  const asked = new URLSearchParams({ site, ...(mapping && { mapping: mapping.join() }) });
  return (await request('POST', `/v1/products/preview?${asked}`, {
    file,
    timeoutMs: SEND_MS,
  })) as ProductImport;
}

/**
 * Stores what rows say, each over the version that its preview was of.
 *
 * @param tell is told of each row: why it was not stored, or nothing
 */
export async function store(
  site: string,
  rows: readonly ProductImportRow[],
  tell: (row: ProductImportRow, error: ApiError | undefined) => void,
): Promise<void> {
  const left = [...rows];
  const work = async () => {
    for (let row = left.shift(); row; row = left.shift()) {
      if (!row.product) continue;
      try {
        await saveProduct(site, row.id, row.product, row.version || undefined);
        tell(row, undefined);
      } catch (cause) {
        if (!(cause instanceof ApiError)) throw cause;
        tell(row, cause);
      }
    }
  };
  await Promise.all(Array.from({ length: TOGETHER }, work));
}
