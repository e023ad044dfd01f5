import { AppError } from '#app/domain/shared/errors.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { partialFiles } from '#app/platform/storage/partial-files.server.ts';
import { senderOf, type UploadOwner } from './upload-owner.server.ts';

/** Forgets an upload and what arrived of it; evidence that it became stays. Throws `not-found`. */
export async function abandonUpload({
  owner,
  id,
}: {
  readonly owner: UploadOwner;
  readonly id: string;
}): Promise<void> {
  const { count } = await withActor(senderOf(owner), tx => tx.upload.deleteMany({ where: { id } }));
  if (count === 0) throw new AppError('not-found');
  await partialFiles().remove(id);
}
