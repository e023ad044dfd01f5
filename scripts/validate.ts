import { FAST_CHECKS, runChecks } from './testing/checks.ts';

// npm run validate: what needs neither database nor browser, for use while working.

runChecks(FAST_CHECKS);
