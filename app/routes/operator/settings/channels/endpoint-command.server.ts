import { data, redirect } from 'react-router';
import { AppError } from '#app/domain/shared/errors.ts';
import { formValues } from '#app/platform/http/form-values.server.ts';
import { readForm } from '#app/platform/http/read-form.server.ts';
import { refuse } from '#app/platform/http/refusal.server.ts';
import {
  changeEndpoint,
  type DeskActor,
  pauseEndpoint,
  pingEndpoint,
  removeEndpoint,
  replayDeadLetters,
  replayMessage,
  resumeEndpoint,
  rotateSecret,
  type ShownSecret,
} from '#app/usecases/service/manage-endpoints.server.ts';
import { endpointValues } from './channel-command.server.ts';

interface EndpointForm {
  readonly request: Request;
  readonly actor: DeskActor;
  readonly endpointId: string;
  /** ISO instant. */
  readonly now: string;
}

type Values = Readonly<Record<string, unknown>>;
type Given = Omit<EndpointForm, 'request'> & { readonly values: Values };

/** What can be done with an endpoint and shown by a sentence. */
export const ENDPOINT_DONE = ['change', 'ping', 'pause', 'resume', 'replay'] as const;
type EndpointDone = (typeof ENDPOINT_DONE)[number];

const GIVE: Readonly<Record<string, (given: Given) => Promise<EndpointDone>>> = {
  change: async ({ actor, endpointId, values }) => {
    await changeEndpoint(actor, endpointId, endpointValues(values));
    return 'change';
  },
  ping: async ({ actor, endpointId, now }) => {
    await pingEndpoint(actor, endpointId, now);
    return 'ping';
  },
  pause: async ({ actor, endpointId }) => {
    await pauseEndpoint(actor, endpointId);
    return 'pause';
  },
  resume: async ({ actor, endpointId, now }) => {
    await resumeEndpoint(actor, endpointId, now);
    return 'resume';
  },
  replay: async ({ actor, values, now }) => {
    await replayMessage(actor, String(values.message), now);
    return 'replay';
  },
  'replay-all': async ({ actor, endpointId, now }) => {
    await replayDeadLetters(actor, endpointId, now);
    return 'replay';
  },
};

async function give(given: Given) {
  const { actor, endpointId, values, now } = given;
  const intent = String(values.intent);
  if (intent === 'rotate') {
    const done: { readonly shown: ShownSecret } = { shown: await rotateSecret(actor, endpointId, now) };
    return data(done, { headers: { 'cache-control': 'no-store' } });
  }
  if (intent === 'remove') {
    await removeEndpoint(actor, endpointId, now);
    return redirect('/operator/settings/channels');
  }
  const verb = Object.hasOwn(GIVE, intent) ? GIVE[intent] : undefined;
  if (verb === undefined) throw new AppError('malformed-request');
  return redirect(`/operator/settings/channels/${endpointId}?done=${await verb(given)}`);
}

/** Does what a form of an endpoint's page asks for. */
export async function giveEndpointCommand({ request, ...form }: EndpointForm) {
  const values = formValues(await readForm(request));
  try {
    return await give({ ...form, values });
  } catch (error) {
    return refuse(error, values);
  }
}
