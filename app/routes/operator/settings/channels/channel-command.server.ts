import { data } from 'react-router';
import { AppError } from '#app/domain/shared/errors.ts';
import { formValues } from '#app/platform/http/form-values.server.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { refuse, toErrorPage } from '#app/platform/http/refusal.server.ts';
import { changeDeskAddress } from '#app/usecases/service/change-desk-address.server.ts';
import {
  addEndpoint,
  type DeskActor,
  type ShownSecret,
} from '#app/usecases/service/manage-endpoints.server.ts';

interface Done {
  /** A new secret, in this answer and in no other. */
  readonly shown: ShownSecret | null;
}

interface ChannelForm {
  readonly request: Request;
  readonly actor: DeskActor;
  /** ISO instant. */
  readonly now: string;
}

/** A single ticked box arrives as a text, several as a list. */
export function endpointValues(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { events } = values;
  return { ...values, events: typeof events === 'string' ? [events] : (events ?? []) };
}

/** Does what a form of the page of channels asks for. */
export async function giveChannelCommand({ request, actor, now }: ChannelForm) {
  const values = formValues(await readForm(request));
  try {
    if (values.intent === 'address') {
      await changeDeskAddress(actor, values, now);
      return { shown: null } satisfies Done;
    }
    if (values.intent !== 'add') throw new AppError('malformed-request');
    const done: Done = { shown: await addEndpoint(actor, endpointValues(values), now) };
    return data(done, { headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    if (error instanceof AppError && error.code === 'malformed-request') return toErrorPage(error);
    return refuse(error, values);
  }
}
