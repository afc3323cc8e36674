import type { QueryRow } from '../../../schemas/api.js';

/** An order as it is by now. */
export type Order = QueryRow<'purchases'>;

/** What every act on an order is told. */
export interface ActProps {
  order: Order;
  onClose: () => void;
}
