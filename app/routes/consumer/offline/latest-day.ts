/** Any day will do: the script puts the device's own "today" in its place. */
export const LATEST_DAY = '2100-01-01';
