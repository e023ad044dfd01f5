/**
 * Sends each chosen file on its own, so that a weak connection loses one file and not ten, and shows how far
 * it is. The form's action sees what it sees without JavaScript: the form's fields and a file.
 */
export function enhanceUploads(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-upload]')) {
    const input = form.querySelector<HTMLInputElement>('input[type=file]');
    if (input) input.addEventListener('change', () => void sendAll(form, input));
  }
}

interface Answer {
  readonly ok: boolean;
  /** Where the last redirect led. */
  readonly address: string;
  /** What the page said when it refused. */
  readonly reason: string;
}

async function sendAll(form: HTMLFormElement, input: HTMLInputElement): Promise<void> {
  const files = [...(input.files ?? [])];
  if (files.length === 0) return;
  const list = listAfter(input);
  const rows = files.map(file => rowFor(file, input, list));
  input.disabled = true;
  let address = '';
  let refused = false;
  for (const [index, file] of files.entries()) {
    const row = rows[index];
    if (!row) continue;
    row.say(input.dataset.sending ?? '');
    const answer = await send(form, input.name, file, row.progress);
    if (answer.ok) address = answer.address;
    else refused = true;
    row.end(
      answer.ok ? (input.dataset.sent ?? '') : answer.reason || (input.dataset.failed ?? ''),
      answer.ok,
    );
  }
  input.disabled = false;
  input.value = '';
  if (!refused && address) location.assign(address);
  else if (address) offerToContinue(list, address, input.dataset.again ?? '');
}

function send(
  form: HTMLFormElement,
  name: string,
  file: File,
  progress: HTMLProgressElement,
): Promise<Answer> {
  const body = new FormData();
  for (const [key, value] of new FormData(form)) if (typeof value === 'string') body.append(key, value);
  body.append(name, file);
  return new Promise(resolve => {
    const request = new XMLHttpRequest();
    request.upload.addEventListener('progress', event => {
      if (event.lengthComputable) progress.value = event.loaded / event.total;
    });
    request.addEventListener('load', () => {
      const ok = request.status >= 200 && request.status < 300;
      resolve({ ok, address: request.responseURL, reason: ok ? '' : reasonIn(request.responseText) });
    });
    request.addEventListener('error', () => resolve({ ok: false, address: '', reason: '' }));
    request.open('POST', form.action);
    request.setRequestHeader('Accept', 'text/html');
    request.send(body);
  });
}

/** The page that refuses says why in its error summary. */
function reasonIn(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const texts = [...page.querySelectorAll('[data-error-summary] li, [data-error-summary] p')];
  return texts.map(element => element.textContent?.trim()).join(' ');
}

function listAfter(input: HTMLInputElement): HTMLUListElement {
  const list = document.createElement('ul');
  list.className = 'upload-list';
  list.setAttribute('aria-live', 'polite');
  input.parentElement?.querySelector('.upload-list')?.remove();
  input.after(list);
  return list;
}

function rowFor(file: File, input: HTMLInputElement, list: HTMLUListElement) {
  const row = document.createElement('li');
  const name = document.createElement('bdi');
  const state = document.createElement('span');
  const progress = document.createElement('progress');
  name.textContent = file.name;
  state.textContent = ` · ${input.dataset.waiting ?? ''}`;
  progress.max = 1;
  progress.value = 0;
  progress.setAttribute('aria-label', file.name);
  row.append(name, state, progress);
  list.append(row);
  return {
    progress,
    say(text: string) {
      state.textContent = ` · ${text}`;
    },
    end(text: string, ok: boolean) {
      state.textContent = ` · ${text}`;
      state.classList.toggle('upload-refused', !ok);
      progress.remove();
    },
  };
}

function offerToContinue(list: HTMLUListElement, address: string, text: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.className = 'btn btn-secondary';
  link.textContent = text;
  const row = document.createElement('li');
  row.append(link);
  list.append(row);
}
