import type { ImportSource } from '../imported-case.ts';
import { fccComcast } from './fcc-comcast.ts';
import { signalconso } from './signalconso.ts';

/** The sources that `npm run import -- --source NAME` knows. */
export const IMPORT_SOURCES: Readonly<Record<string, ImportSource>> = {
  [fccComcast.name]: fccComcast,
  [signalconso.name]: signalconso,
};
