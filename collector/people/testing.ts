// For tests: a store with the read models that are kept beside it.
import type { Target } from '../queue/queue.js';
import type { Store } from '../store/store.js';
import { People } from './people.js';

export const targetOf = (store: Store): Target & { models: People } => ({
  store,
  models: new People(
    store,
    () => ({ joinsClaims: true }),
    () => undefined,
  ),
});
