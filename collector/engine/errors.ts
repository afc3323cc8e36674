import type { EngineErrorCode } from './protocol.js';

/** Why the embedded engine cannot start; the message is one sentence that says what to do. */
export class EngineError extends Error {
  override readonly name = 'EngineError';

  constructor(
    readonly code: EngineErrorCode,
    message: string,
  ) {
    super(message);
  }
}
