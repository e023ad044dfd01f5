/**
 * Passkeys: a form with `data-passkey` asks the device for one and sends what it answers with the form. Its block stays
 * hidden where the browser knows no passkeys. A form with `data-send-on` goes on by itself.
 */

interface JsonCredential {
  toJSON(): unknown;
}

function isJsonCredential(credential: unknown): credential is JsonCredential {
  return typeof credential === 'object' && credential !== null && 'toJSON' in credential;
}

const able =
  'PublicKeyCredential' in window &&
  'parseRequestOptionsFromJSON' in PublicKeyCredential &&
  'parseCreationOptionsFromJSON' in PublicKeyCredential;

/** What the server wants to be signed; its cookie comes with the answer. */
async function question(purpose: string): Promise<unknown> {
  const answer = await fetch(`/passkey/${purpose}`, {
    method: 'POST',
    headers: { Accept: 'application/json' },
  });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

async function credentialFor(purpose: string): Promise<string> {
  const options = await question(purpose);
  const credential =
    purpose === 'new'
      ? await navigator.credentials.create({
          publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(
            options as PublicKeyCredentialCreationOptionsJSON,
          ),
        })
      : await navigator.credentials.get({
          publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(
            options as PublicKeyCredentialRequestOptionsJSON,
          ),
        });
  if (!isJsonCredential(credential)) throw new Error('no passkey');
  return JSON.stringify(credential.toJSON());
}

async function send(form: HTMLFormElement, purpose: string): Promise<void> {
  const field = form.elements.namedItem('credential');
  const button = form.querySelector<HTMLButtonElement>('button');
  const failure = form.querySelector<HTMLElement>('[data-passkey-failed]');
  if (!(field instanceof HTMLInputElement)) return;
  if (failure) failure.hidden = true;
  if (button) button.disabled = true;
  try {
    field.value = await credentialFor(purpose);
    form.submit();
  } catch {
    // Cancelled, no passkey on this device, or the server refused the question: the person may try again.
    if (failure) failure.hidden = false;
    if (button) button.disabled = false;
  }
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
  if (!able) continue;
  form.closest<HTMLElement>('[data-passkey-block]')?.removeAttribute('hidden');
  form.addEventListener('submit', event => {
    event.preventDefault();
    void send(form, form.dataset.passkey ?? '');
  });
}

document.querySelector<HTMLFormElement>('form[data-send-on]')?.submit();
