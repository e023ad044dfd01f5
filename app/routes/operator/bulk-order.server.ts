import { data, redirect } from 'react-router';
import { z } from 'zod';
import { AppError, type FieldErrors } from '#app/domain/shared/errors.ts';
import { now } from '#app/platform/clock.server.ts';
import {
  type FormValue,
  type FormValues,
  flatValues,
  formValues,
} from '#app/platform/http/form-values.server.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { type Refused, refuse, toErrorPage } from '#app/platform/http/refusal.server.ts';
import type { StaffMember } from '#app/platform/session/staff-session.server.ts';
import { queueAddress, readQueueFilter } from '#app/usecases/complaints/queue-filter.schema.ts';
import {
  answerCases,
  issuesOfCases,
  previewAnswers,
  sharedAnswersWait,
} from '#app/usecases/desk/answer-cases.server.ts';
import { assignCases } from '#app/usecases/desk/assign-cases.server.ts';
import {
  type BulkOrder,
  type BulkVerdict,
  type ChosenCase,
  MOST_AT_ONCE,
  previewBulk,
  runBulk,
} from '#app/usecases/desk/bulk-cases.server.ts';
import { flagCases } from '#app/usecases/desk/flag-cases.server.ts';
import { previewAssignment } from '#app/usecases/desk/preview-assignment.server.ts';
import { casesOfList } from '#app/usecases/desk/queries/chosen-cases.server.ts';

const BULK_COMMANDS = ['assign', 'acknowledge', 'answer'] as const;
export type BulkCommand = (typeof BULK_COMMANDS)[number];
const MARKS = ['flag', 'unflag'] as const;

/** What the page shows: what would be done, or what was done. */
export interface BulkState extends Partial<Refused> {
  readonly command: BulkCommand;
  readonly step: 'preview' | 'done';
  readonly verdicts: readonly BulkVerdict[];
  /** The list from which it came. */
  readonly query: string;
  /** As the form hands them on. */
  readonly cases: string;
  readonly assignee: string;
  /** What a shared answer has to address. */
  readonly issues: readonly string[];
  /** Somebody else has to read answers first. */
  readonly blocked: boolean;
  /** Who gets the cases, and who is away. */
  readonly to: string | null;
  readonly instead: string | null;
}

/** A form of the queue or of the preview. */
interface Sent {
  readonly staff: StaffMember;
  readonly form: FormData;
  readonly query: string;
  readonly cases: readonly ChosenCase[];
  readonly now: string;
}

const Chosen = z.object({ id: z.uuid(), version: z.coerce.number().int().positive() });

/** `id:version`, one a box, or many in one field. */
function chosenIn(form: FormData): readonly ChosenCase[] {
  const named = [...form.getAll('case'), ...form.getAll('cases')].flatMap(value => String(value).split(' '));
  const read = named.slice(0, MOST_AT_ONCE).flatMap(text => {
    const [id, version] = text.split(':');
    const chosen = Chosen.safeParse({ id, version });
    return chosen.success ? [chosen.data] : [];
  });
  return [...new Map(read.map(chosen => [chosen.id, chosen])).values()];
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

function blank({ query, cases, form }: Sent, command: BulkCommand): BulkState {
  return {
    ...{ command, step: 'preview', verdicts: [], query, to: null, instead: null },
    ...{ issues: [], blocked: false },
    cases: cases.map(({ id, version }) => `${id}:${version}`).join(' '),
    assignee: textOf(form, 'to'),
  };
}

function wishedAssignee({ form, staff }: Sent): string | null {
  const wished = textOf(form, 'to');
  if (wished === 'nobody') return null;
  return wished === 'me' ? staff.id : wished;
}

async function assign(sent: Sent, run: boolean): Promise<BulkState> {
  const caseIds = sent.cases.map(({ id }) => id);
  const order = { actor: sent.staff, caseIds, assignee: wishedAssignee(sent), now: sent.now };
  const preview = await previewAssignment(order);
  if (run) await assignCases(order);
  return { ...blank(sent, 'assign'), ...preview, step: run ? 'done' : 'preview' };
}

async function acknowledge(sent: Sent, run: boolean): Promise<BulkState> {
  const order: BulkOrder = {
    actor: sent.staff,
    command: 'acknowledge',
    cases: sent.cases,
    now: sent.now,
    decide: () => ({ events: [{ type: 'acknowledged', payload: {} }] }),
  };
  const verdicts = await (run ? runBulk(order) : previewBulk(order));
  return { ...blank(sent, 'acknowledge'), verdicts, step: run ? 'done' : 'preview' };
}

function itemsOf(value: FormValue | undefined): readonly FormValues[] {
  const list = Array.isArray(value) ? value : [];
  return list.filter((item): item is FormValues => typeof item === 'object' && !Array.isArray(item));
}

/** A shared answer is first written, then tried on the cases, then sent. */
async function answer(sent: Sent, run: boolean): Promise<BulkState> {
  const { staff: actor, cases, now: instant, form } = sent;
  const typed = formValues(form);
  const message = textOf(form, 'message');
  const state = {
    ...blank(sent, 'answer'),
    issues: await issuesOfCases({ actor, cases }),
    blocked: await sharedAnswersWait({ actor }),
    values: flatValues({ items: typed.items ?? [], message }),
  };
  const order = { actor, cases, now: instant, answer: { items: itemsOf(typed.items), message } };
  if (state.blocked || !form.has('message')) return state;
  const verdicts = await (run ? answerCases(order) : previewAnswers(order));
  const errors = Object.assign({}, ...verdicts.map(({ fields }) => fields)) as FieldErrors;
  return { ...state, verdicts, errors, step: run ? 'done' : 'preview' };
}

async function mark({ staff, cases, query }: Sent, flagged: boolean) {
  const caseIds = cases.map(({ id }) => id);
  await flagCases(staff, caseIds, flagged);
  const filter = readQueueFilter(new URLSearchParams(query));
  return redirect(queueAddress(filter, { done: flagged ? 'flagged' : 'unflagged' }));
}

async function sentBy(request: Request, staff: StaffMember): Promise<Sent> {
  const form = await readForm(request);
  const query = textOf(form, 'query');
  const instant = now().toISOString();
  const all = textOf(form, 'all') === 'on';
  const filter = readQueueFilter(new URLSearchParams(query));
  const cases = all ? await casesOfList(staff, filter, instant) : chosenIn(form);
  return { staff, form, query, cases, now: instant };
}

const GIVE = { assign, acknowledge, answer } as const satisfies Record<BulkCommand, unknown>;

/** Shows what a command would do to the chosen cases, or does it, as the form says. */
export async function giveBulkOrder(request: Request, staff: StaffMember) {
  const sent = await sentBy(request, staff);
  const wanted = textOf(sent.form, 'do');
  const flag = MARKS.find(known => known === wanted);
  if (flag !== undefined) return mark(sent, flag === 'flag');
  const command = BULK_COMMANDS.find(known => known === wanted);
  if (command === undefined) return toErrorPage(new AppError('malformed-request'));
  const run = textOf(sent.form, 'step') === 'run';
  try {
    return data<BulkState>(await GIVE[command](sent, run));
  } catch (error) {
    const refused = refuse(error, formValues(sent.form));
    return data<BulkState>({ ...blank(sent, command), ...refused.data }, refused.init ?? {});
  }
}
