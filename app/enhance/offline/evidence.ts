import { clearFaults, showFaults } from './faults.ts';
import { language, part, rules, text } from './given.ts';
import { filesOf, forgetFile, type KeptFile, keepFile } from './store.ts';

/** The evidence page: each file is kept on the device, byte for byte, as soon as it is chosen. */

const KILOBYTE = 1000;

function sizeText(bytes: number): string {
  const [value, unit] =
    bytes < KILOBYTE ** 2 ? [bytes / KILOBYTE, 'kilobyte'] : [bytes / KILOBYTE ** 2, 'megabyte'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value);
}

function rowOf({ id, name, bytes }: KeptFile, changed: () => void): HTMLElement {
  const row = document.createElement('li');
  const about = document.createElement('div');
  const title = document.createElement('p');
  const shownName = document.createElement('bdi');
  const state = document.createElement('p');
  const remove = document.createElement('button');
  const what = document.createElement('span');
  about.className = 'evidence-text';
  title.className = 'evidence-name';
  shownName.textContent = name;
  title.append(shownName);
  state.className = 'muted';
  state.textContent = `${sizeText(bytes.byteLength)} · ${text('fileKept')}`;
  about.append(title, state);
  what.className = 'sr-only';
  what.textContent = ` ${name}`;
  remove.type = 'button';
  remove.className = 'btn btn-secondary btn-small';
  remove.append(text('remove'), what);
  remove.addEventListener('click', async () => {
    if (id !== undefined) await forgetFile(id);
    changed();
    part('#f-files').focus();
  });
  row.append(about, remove);
  return row;
}

/** @returns the names of the complaint's files */
export async function showFiles(complaint: string): Promise<readonly string[]> {
  const files = await filesOf(complaint);
  const list = part('[data-files]');
  list.hidden = files.length === 0;
  list.replaceChildren(...files.map(file => rowOf(file, () => void showFiles(complaint))));
  return files.map(({ name }) => name);
}

async function refusalOf(file: File, complaint: string): Promise<string | null> {
  if (file.size > rules.maxBytes) return `${file.name}: ${text('fileTooLarge')}`;
  if ((await filesOf(complaint)).length >= rules.maxFiles) return text('filesTooMany');
  try {
    await keepFile({ complaint, name: file.name, type: file.type, bytes: await file.arrayBuffer() });
    return null;
  } catch {
    return `${file.name}: ${text('fileFailed')}`;
  }
}

/** Keeps what was chosen; what can't be kept is said with its reason. */
export async function takeFiles(input: HTMLInputElement, complaint: string): Promise<void> {
  const chosen = [...(input.files ?? [])];
  input.value = '';
  clearFaults(part('[data-step=evidence]'));
  const field = input.closest<HTMLElement>('.field');
  const refused: string[] = [];
  for (const file of chosen) {
    const reason = await refusalOf(file, complaint);
    if (reason !== null && !refused.includes(reason)) refused.push(reason);
  }
  await showFiles(complaint);
  if (field && refused.length > 0) showFaults([{ field, message: refused.join(' ') }]);
}
