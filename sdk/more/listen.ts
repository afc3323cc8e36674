import { guard, listeners } from './internals.js';

const AGAIN_MS = 500;

/** Listens for everything again, of which a browser hears nothing twice: `document.open()` takes all listeners away. */
export const listenAgain = (): void => {
  setInterval(
    guard(() => {
      for (const [type, listener] of listeners) addEventListener(type, listener, true);
    }),
    AGAIN_MS,
  );
};
