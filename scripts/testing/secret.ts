/** APP_SECRET of every test: known, so that passwords and digests derived from it agree between processes. */
export const TEST_SECRET = 'secret of the tests, long enough for any key';
