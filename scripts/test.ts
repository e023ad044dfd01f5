import { ALL_CHECKS, runChecks } from './testing/checks.ts';

// npm test: everything, browsers included. The last line is "N passed, N failed".

runChecks(ALL_CHECKS);
