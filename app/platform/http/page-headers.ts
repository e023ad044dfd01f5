interface Given {
  readonly actionHeaders: Headers;
  readonly loaderHeaders: Headers;
}

/** The headers of a page: those of its action where a form was answered, or else its loader's. */
export function pageHeaders({ actionHeaders, loaderHeaders }: Given): Headers {
  return [...actionHeaders].length > 0 ? actionHeaders : loaderHeaders;
}
