import { adminKey } from '../instance.js';
import { startWorkerInstance } from '../worker/instance.js';
import { collectorContract } from './contract.js';

collectorContract('The collector in workerd', async () => {
  const { origin, worker, close } = await startWorkerInstance();
  return {
    origin,
    adminKey,
    fetch: async (path, init, country) => {
      const cf = country ? { cf: { country } } : {};
      const request = { redirect: 'manual', ...init, ...cf };
      return (await worker.dispatchFetch(origin + path, request as object)) as unknown as Response;
    },
    close,
  };
});
