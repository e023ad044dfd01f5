import { Server } from '@tus/server';
import type { Request as HttpRequest, RequestHandler } from 'express';
import { MAX_BYTES } from '#app/domain/evidence/media-types.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { now } from '#app/platform/clock.server.ts';
import { env } from '#app/platform/env.server.ts';
import { networkOf } from '#app/platform/http/client-address.ts';
import { log } from '#app/platform/log.server.ts';
import { caseCookie, draftCookie } from '#app/platform/session/cookies.server.ts';
import { staffDraftToken } from '#app/platform/session/staff-draft.server.ts';
import { newUploadId } from '#app/usecases/uploads/begin-upload.server.ts';
import { completeUpload } from '#app/usecases/uploads/complete-upload.server.ts';
import { countUpload } from '#app/usecases/uploads/upload-limits.server.ts';
import { ownerIdOf, type UploadOwner } from '#app/usecases/uploads/upload-owner.server.ts';
import { UploadLocks } from './upload-locks.ts';
import { UploadStore } from './upload-store.ts';

// Resumable uploads by the tus protocol 1.0 (https://tus.io/protocols/resumable-upload) under /uploads/draft, for who
// holds a draft's cookie or writes one as signed-in staff, and /uploads/case, for who has opened a case.

const METHODS = new Set(['POST', 'HEAD', 'PATCH', 'DELETE', 'OPTIONS']);
/** For how long a request that a newer one pushes aside may go on writing. */
const DRAIN_MILLISECONDS = 200;

const locks = new UploadLocks();

async function ownerOf(request: HttpRequest, kind: UploadOwner['kind']): Promise<UploadOwner | null> {
  const cookies = new Request('http://localhost', { headers: { cookie: request.headers.cookie ?? '' } });
  if (kind === 'draft') {
    const at = now();
    const token = (await staffDraftToken(cookies, at)) ?? (await draftCookie.read(cookies, at));
    return token === null ? null : { kind, token };
  }
  const caseId = await caseCookie.read(cookies, now());
  return caseId === null ? null : { kind, caseId };
}

/** What the browser's script reads of a refusal: the error's code, nothing of its message. */
function refusalOf(error: Error | { status_code: number; body: string }) {
  if (error instanceof AppError) return { status_code: error.status, body: error.code };
  if ('status_code' in error) return { status_code: error.status_code, body: error.body };
  log.error({ err: error }, 'upload failed');
  return { status_code: 500, body: 'internal' };
}

function serverFor(owner: UploadOwner, path: string, address: string): Server {
  return new Server({
    path,
    datastore: new UploadStore(owner),
    locker: locks,
    lockDrainTimeout: DRAIN_MILLISECONDS,
    relativeLocation: true,
    maxSize: MAX_BYTES,
    allowedOrigins: [env().PUBLIC_URL],
    namingFunction: newUploadId,
    onIncomingRequest: async (request, id) => {
      if (request.method === 'POST') await countUpload(ownerIdOf(owner), address);
      // The process may have ended between the last byte and the evidence: who asks how far it is, ends it.
      if (request.method === 'HEAD') await completeUpload({ owner, id, now: now().toISOString() });
    },
    onUploadFinish: async (_request, { id }) => {
      await completeUpload({ owner, id, now: now().toISOString() });
      return {};
    },
    onResponseError: (_request, error) => refusalOf(error),
  });
}

function kindOf(path: string): UploadOwner['kind'] | null {
  if (/^\/uploads\/draft(\/|$)/.test(path)) return 'draft';
  return /^\/uploads\/case(\/|$)/.test(path) ? 'case' : null;
}

/** Takes the requests of resumable uploads and leaves all others to the pages. */
export function uploads(): RequestHandler {
  return async (request, response, next) => {
    const kind = kindOf(request.path);
    if (kind === null || !METHODS.has(request.method)) {
      next();
      return;
    }
    response.set('Cache-Control', 'no-store');
    const owner = await ownerOf(request, kind);
    if (owner === null) {
      response.status(401).type('text/plain').set('Connection', 'close').send('unauthenticated');
      return;
    }
    await serverFor(owner, `/uploads/${kind}`, networkOf(request.ip)).handle(request, response);
  };
}
