import { startInstance } from '../instance.js';
import { collectorContract } from './contract.js';

/** Addresses of networks that have long been where they are. */
const ADDRESSES = { ES: '213.0.87.1', TR: '212.156.4.20' };

collectorContract('The collector on Node', async () => {
  const { url, adminKey, stop } = await startInstance({ env: { LEADLINE_TRUSTED_PROXIES: 'loopback' } });
  return {
    origin: url,
    adminKey,
    fetch: (path, init = {}, country = undefined) =>
      fetch(url + path, {
        redirect: 'manual',
        ...init,
        headers: {
          ...(init.headers as object),
          ...(country ? { 'X-Forwarded-For': ADDRESSES[country] } : {}),
        },
      }),
    close: stop,
  };
});
