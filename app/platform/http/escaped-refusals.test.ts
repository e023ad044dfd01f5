import { describe, expect, it, vi } from 'vitest';
import { AppError } from '#app/domain/shared/errors.ts';
import { log } from '../log.server.ts';
import { noteEscaped, refusalOf } from './escaped-refusals.server.ts';

const PAGE = new Request('http://localhost/track');
const fault = new Response('fault', { status: 500 });

function json(body: unknown, status: number): Response {
  return Response.json(body, { status });
}

describe('an answer', () => {
  it('refuses with what its request met, when no route has caught it', async () => {
    const request = new Request('http://localhost/track', { method: 'POST' });
    noteEscaped(new AppError('request-too-large', { params: { maxKilobytes: 256 } }), request);
    expect(await refusalOf(request, fault)).toEqual({
      code: 'request-too-large',
      params: { maxKilobytes: 256 },
    });
    expect(await refusalOf(PAGE, fault)).toBeNull();
  });

  it('refuses with the code that an address without a page leaves, but for the API, whose answers are JSON', async () => {
    const refused = json({ code: 'evidence-being-checked', params: {} }, 409);
    expect(await refusalOf(PAGE, refused)).toEqual({ code: 'evidence-being-checked', params: {} });
    expect(await refusalOf(new Request('http://localhost/api/v1/x'), refused)).toBeNull();
  });

  it('is left alone when it refuses nothing or says nothing that we would', async () => {
    for (const answer of [
      json({ code: 'not-found' }, 200),
      json({ code: 'constructor' }, 404),
      json(null, 404),
    ]) {
      expect(await refusalOf(PAGE, answer)).toBeNull();
    }
  });
});

it('only faults of ours are logged: no refusal, no address that is not there, nobody who left', () => {
  const logged = vi.spyOn(log, 'error').mockReturnValue();
  noteEscaped(new AppError('forbidden'), new Request('http://localhost/'));
  noteEscaped(
    { status: 404, statusText: 'Not Found', internal: true, data: null },
    new Request('http://localhost/'),
  );
  noteEscaped(new Error('gone'), new Request('http://localhost/', { signal: AbortSignal.abort() }));
  expect(logged).not.toHaveBeenCalled();
  noteEscaped(new Error('broken'), new Request('http://localhost/'));
  expect(logged).toHaveBeenCalledOnce();
});
