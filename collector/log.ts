/** Structured logs, a JSON object a line, without personal data. */
export type Log = (
  level: 'info' | 'warn' | 'error',
  message: string,
  details?: Record<string, unknown>,
) => void;

export const log: Log = (level, message, details = {}) => {
  console[level](JSON.stringify({ time: new Date().toISOString(), level, message, ...details }));
};
