import { CLIENT_ADDRESS_HEADER } from '#app/platform/http/client-address.ts';
import { loader } from '#app/routes/api/v1/complaint.ts';
import { action } from '#app/routes/api/v1/complaints.ts';

/** A complaint that is taken as it stands. */
export const COMPLAINT = {
  track: 'consumer',
  operatorId: 'maroc-telecom',
  service: 'mobile',
  category: 'billing',
  issues: ['billing/error'],
  startedAt: '2026-01-02',
  region: 'MA-06',
  attempts: [{ on: '2026-01-03', channel: 'hotline', result: 'refused' }],
  narrative: 'La facture de janvier compte deux fois la même option, malgré deux appels.',
  remedySought: ['correct-bill'],
  amount: 120.5,
  name: 'Amina Exemple',
  facts: { disputedLines: 'Option internationale comptée deux fois' },
};

/** The JSON of a complaint with the wished differences. */
export function complaintOf(changes: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({ ...COMPLAINT, ...changes });
}

interface SentComplaint {
  readonly json: string;
  readonly type?: string;
  readonly files?: readonly File[];
  readonly headers?: Readonly<Record<string, string>>;
}

const URL_OF_API = 'http://localhost/api/v1/complaints';

/** Files by the API, without the server; with files as a form. */
export function askToFile({ json, type, files = [], headers = {} }: SentComplaint): Promise<Response> {
  const form = new FormData();
  form.append('complaint', json);
  for (const file of files) form.append('evidence', file);
  const request =
    files.length > 0
      ? new Request(URL_OF_API, { method: 'POST', body: form, headers })
      : new Request(URL_OF_API, {
          ...{ method: 'POST', body: json },
          headers: { 'content-type': type ?? 'application/json', ...headers },
        });
  return action({ request } as Parameters<typeof action>[0]);
}

/** Reads a complaint by the API. */
export function askToRead(reference: string, authorization?: string): Promise<Response> {
  const headers = {
    [CLIENT_ADDRESS_HEADER]: '192.0.2.50',
    ...(authorization === undefined ? {} : { authorization }),
  };
  const request = new Request(`${URL_OF_API}/${reference}`, { headers });
  return loader({ request, params: { reference } } as Parameters<typeof loader>[0]);
}
