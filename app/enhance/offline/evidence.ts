import { currentDraft } from './draft.ts';
import { clearFaults, showFaults } from './faults.ts';
import { locale, part, rules, text } from './given.ts';
import { filesOf, forgetFile, type KeptFile, keepFile } from './store.ts';

/** The evidence page: each file is kept on the device, byte for byte, as soon as it is chosen. */

const KILOBYTE = 1000;

function sizeText(bytes: number): string {
  const [value, unit] =
    bytes < KILOBYTE ** 2 ? [bytes / KILOBYTE, 'kilobyte'] : [bytes / KILOBYTE ** 2, 'megabyte'];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value);
}

/** A file's name, and where the file is. */
function listed(name: string, where: string): HTMLElement {
  const row = document.createElement('li');
  const about = document.createElement('div');
  const title = document.createElement('p');
  const shownName = document.createElement('bdi');
  const state = document.createElement('p');
  about.className = 'evidence-text';
  title.className = 'evidence-name';
  shownName.textContent = name;
  title.append(shownName);
  state.className = 'muted';
  state.textContent = where;
  about.append(title, state);
  row.append(about);
  return row;
}

function rowOf({ id, name, bytes }: KeptFile, changed: () => void): HTMLElement {
  const row = listed(name, `${sizeText(bytes.byteLength)} · ${text('fileKept')}`);
  const remove = document.createElement('button');
  const what = document.createElement('span');
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
  row.append(remove);
  return row;
}

/** Names of the files that had arrived before the network went. */
function arrived(): readonly string[] {
  return currentDraft()?.online?.files ?? [];
}

/** @returns the names of the complaint's files, wherever they are */
export async function showFiles(complaint: string): Promise<readonly string[]> {
  const files = await filesOf(complaint);
  const list = part('[data-files]');
  const rows = [
    ...arrived().map(name => listed(name, text('fileAtRegulator'))),
    ...files.map(file => rowOf(file, () => void showFiles(complaint))),
  ];
  list.hidden = rows.length === 0;
  list.replaceChildren(...rows);
  return [...arrived(), ...files.map(({ name }) => name)];
}

async function refusalOf(file: File, complaint: string): Promise<string | null> {
  if (file.size > rules.maxBytes) return `${file.name}: ${text('fileTooLarge')}`;
  if (arrived().length + (await filesOf(complaint)).length >= rules.maxFiles) return text('filesTooMany');
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
