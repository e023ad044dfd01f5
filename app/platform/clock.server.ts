/**
 * The present instant: asked once at the edge (a route, a job) and handed on as an argument, so that rules and
 * use cases never look at a clock themselves.
 */
export function now(): Date {
  return new Date();
}
