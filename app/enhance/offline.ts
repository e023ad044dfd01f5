import { type CardAction, onCardAction, showCards } from './offline/cards.ts';
import { faultsIn } from './offline/checks.ts';
import { currentDraft, hand, putDown, saveNow, saveSoon, settleRefusal, takeUp } from './offline/draft.ts';
import { showFiles, takeFiles } from './offline/evidence.ts';
import { showFaults } from './offline/faults.ts';
import { part, text, wizardElement } from './offline/given.ts';
import { askWhatFits } from './offline/questions.ts';
import { changeRows } from './offline/rows.ts';
import { CHANNEL } from './offline/send.ts';
import { keepSending } from './offline/sending.ts';
import {
  announceStep,
  furthestStep,
  nextStep,
  openAtRefusal,
  openStep,
  previousStep,
  STEPS,
  shownStep,
  stepInAddress,
} from './offline/steps.ts';
import {
  changeComplaint,
  forgetAll,
  forgetComplaint,
  type KeptComplaint,
  listComplaints,
} from './offline/store.ts';
import { showSummary } from './offline/summary.ts';

/** The whole wizard on one page, for when the network is gone: answers and files stay on the device until sent. */

const form = part<HTMLFormElement>('#offline-form');
const wizard = part('[data-wizard]');

async function showStep(name: string): Promise<void> {
  const draft = currentDraft();
  if (!draft) return;
  const opened = openStep(name);
  if (opened === 'evidence' || opened === 'check') {
    const files = await showFiles(draft.id);
    if (opened === 'check') showSummary(STEPS, files);
  }
  showNetwork();
}

/** Goes to a page by its address, so that the browser's own "Back" works. */
function goTo(name: string): void {
  if (stepInAddress() === name) void showStep(name).then(announceStep);
  else location.hash = name;
}

function showNetwork(): void {
  const online = navigator.onLine;
  part('[data-network]').textContent = text(online ? 'online' : 'offline');
  part('[data-submit]').textContent = text(online ? 'submitOnline' : 'submitOffline');
}

async function openDraft(kept: KeptComplaint | null): Promise<void> {
  const draft = takeUp(kept);
  wizard.hidden = false;
  await showFiles(draft.id);
  if (draft.refusal) {
    const { fields, detail } = draft.refusal;
    const opened = openAtRefusal(fields, detail);
    history.replaceState(null, '', `#${opened}`);
    if (opened === 'check') showSummary(STEPS, await showFiles(draft.id));
    showNetwork();
  } else {
    await showStep(stepInAddress() ?? (kept ? furthestStep() : 'who'));
  }
  await refresh();
}

/** The page has one heading: the question that is asked, or what all that is on the device is. */
function showHeading(asking: boolean): void {
  const heading = part('[data-heading]');
  const below = part(asking ? '#offline-form' : '[data-cards]');
  if (heading.nextElementSibling !== below) below.before(heading);
  if (asking) return;
  part('[data-title]').textContent = text('onDevice');
  part('[data-lead]').hidden = true;
}

/** Brings cards and wizard in line with what is on the device, whoever changed it. */
async function refresh(): Promise<void> {
  const kept = await listComplaints().catch((): readonly KeptComplaint[] => []);
  const draft = currentDraft();
  if (draft === null) {
    const refused = kept.find(({ state, refusal }) => state === 'draft' && refusal !== undefined);
    if (refused) return openDraft(refused);
  }
  showCards(kept.filter(({ id }) => id !== draft?.id));
  showHeading(draft !== null);
  wizard.hidden = draft === null;
  part('[data-another]').hidden = draft !== null;
}

function firstFaultyStep(): HTMLElement | undefined {
  return STEPS.find(section => faultsIn(section).length > 0);
}

async function submit(sendNow: () => void): Promise<void> {
  const draft = currentDraft();
  const faulty = firstFaultyStep();
  if (!draft) return;
  if (faulty) {
    await showStep(faulty.dataset.step ?? '');
    showFaults(faultsIn(faulty));
    return;
  }
  await hand(draft);
  history.replaceState(null, '', location.pathname);
  await refresh();
  part('[data-cards] h2:last-of-type').focus();
  sendNow();
}

function goOn(sendNow: () => void): void {
  const step = shownStep()?.dataset.step;
  if (step === 'check') {
    void submit(sendNow);
    return;
  }
  const next = nextStep();
  if (next === null) return;
  for (const rows of shownStep()?.querySelectorAll<HTMLElement>('[data-rows]') ?? [])
    changeRows(form, rows, {});
  settleRefusal();
  void saveNow();
  goTo(next);
}

async function actOnCard(action: CardAction, id: string, sendNow: () => void): Promise<void> {
  if (action === 'send') return sendNow();
  if (action === 'forget') {
    await forgetComplaint(id);
    await refresh();
    return;
  }
  await changeComplaint(id, ({ json: _json, ...known }) =>
    known.state === 'waiting' && known.triedAt === undefined ? { ...known, state: 'draft' } : known,
  );
  await saveNow();
  const kept = await listComplaints();
  const chosen = kept.find(complaint => complaint.id === id && complaint.state === 'draft');
  if (chosen) await openDraft(chosen).then(announceStep);
}

/** A worker that is about to take over still opens its cache: deleted before that, it would come into being again. */
function isActivated(worker: ServiceWorker | null | undefined): Promise<void> {
  return new Promise(resolve => {
    if (worker?.state !== 'activating') return resolve();
    worker.addEventListener('statechange', () => resolve(), { once: true });
  });
}

async function forgetDevice(): Promise<void> {
  putDown();
  // The page keeps itself for later a while after it has come: no longer.
  document.documentElement.dataset.deviceForgotten = '';
  await forgetAll();
  const registration = await navigator.serviceWorker?.getRegistration();
  await isActivated(registration?.active);
  await registration?.unregister();
  const names = await caches.keys();
  await Promise.all(names.filter(name => name.startsWith('recours')).map(name => caches.delete(name)));
  const done = part('[data-forgotten]');
  wizardElement().before(part('[data-heading]'));
  part('[data-title]').textContent = text('onDevice');
  part('[data-lead]').hidden = true;
  part('[data-shared]').hidden = true;
  wizardElement().replaceChildren(done);
  wizardElement().hidden = false;
  done.hidden = false;
  done.focus();
}

function listenToForm(sendNow: () => void): void {
  form.addEventListener('submit', event => {
    event.preventDefault();
    goOn(sendNow);
  });
  form.addEventListener('input', saveSoon);
  form.addEventListener('change', event => {
    const input = event.target;
    const draft = currentDraft();
    if (input instanceof HTMLInputElement && input.type === 'file' && draft) {
      void saveNow().then(() => takeFiles(input, draft.id));
      return;
    }
    askWhatFits(form);
    saveSoon();
  });
  form.addEventListener('click', event => {
    const button =
      event.target instanceof Element ? event.target.closest<HTMLElement>('button[type=button]') : null;
    const rows = button?.closest('[data-repeated]')?.querySelector<HTMLElement>('[data-rows]');
    if (!button || !rows) return;
    const { removeRow } = button.dataset;
    changeRows(form, rows, removeRow === undefined ? { add: true } : { remove: Number(removeRow) });
    part(':scope > :last-child input', rows).focus();
    saveSoon();
  });
}

async function start(): Promise<void> {
  const sendNow = keepSending(refresh);
  listenToForm(sendNow);
  onCardAction((action, id) => void actOnCard(action, id, sendNow));
  part('[data-back]').addEventListener('click', () => goTo(previousStep()));
  part('[data-another]').addEventListener('click', () => void openDraft(null).then(announceStep));
  part('[data-forget]').addEventListener('click', () => void forgetDevice());
  window.addEventListener('hashchange', () => {
    const name = stepInAddress();
    if (name) void showStep(name).then(announceStep);
  });
  for (const change of ['online', 'offline']) window.addEventListener(change, showNetwork);
  new BroadcastChannel(CHANNEL).addEventListener('message', () => void refresh());
  const kept = await listComplaints().catch((): readonly KeptComplaint[] => []);
  const draft = kept.findLast(({ state }) => state === 'draft');
  if (draft || kept.length === 0) await openDraft(draft ?? null);
  else await refresh();
  wizardElement().hidden = false;
}

if ('sharedComputer' in document.documentElement.dataset) {
  part('[data-shared]').before(part('[data-heading]'));
  part('[data-shared]').hidden = false;
  part('[data-forget-shared]').addEventListener('click', () => void forgetDevice());
} else {
  void start();
}
