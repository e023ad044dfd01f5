/** After this pause in typing the server is asked. */
const PAUSE_MILLISECONDS = 250;

async function resultsFor(form: HTMLFormElement, id: string, signal: AbortSignal): Promise<Element | null> {
  const query = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
  const response = await fetch(`${form.action}?${query}`, { signal, headers: { Accept: 'text/html' } });
  if (!response.ok) return null;
  return new DOMParser().parseFromString(await response.text(), 'text/html').getElementById(id);
}

/** Shows what a search form would find while one types: the same page, of which only the results are replaced. */
export function suggest(form: HTMLFormElement): void {
  const id = form.dataset.suggest ?? '';
  let waiting: number | undefined;
  let asked = new AbortController();
  const ask = async () => {
    asked.abort();
    asked = new AbortController();
    try {
      const found = await resultsFor(form, id, asked.signal);
      if (found) document.getElementById(id)?.replaceChildren(...found.childNodes);
    } catch {
      // Without a network, or overtaken by the next letter: the button searches as before.
    }
  };
  form.addEventListener('input', () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => void ask(), PAUSE_MILLISECONDS);
  });
}
