import { isAPIError } from 'better-auth/api';

/** Whether better-auth refused what a person entered, as opposed to having failed itself. */
export function refusedBySignIn(error: unknown): boolean {
  return isAPIError(error) && error.statusCode >= 400 && error.statusCode < 500;
}
