import { data } from 'react-router';

/** Every address that nothing answers to, so that the error page has the visitor's language. */
export function loader() {
  throw data({ code: 'not-found' }, { status: 404 });
}

export function action() {
  throw data({ code: 'not-found' }, { status: 404 });
}

export default function NotFound() {
  return null;
}
