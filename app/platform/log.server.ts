import { pino } from 'pino';

const REDACTED = [
  'req.headers',
  '*.password',
  '*.secret',
  '*.token',
  '*.code',
  '*.receiptCode',
  '*.authorization',
  '*.cookie',
];

/**
 * Structured log on standard output: one JSON object a line. What could open a case or an account is removed;
 * never log a URL's query or a form's values. The level is read here because the environment's own reader logs.
 */
export const log = pino({
  level: process.env.LOG_LEVEL ?? (process.env.VITEST ? 'silent' : 'info'),
  base: { pid: process.pid },
  redact: { paths: REDACTED, censor: '[removed]' },
  timestamp: pino.stdTimeFunctions.isoTime,
});
