import type { Actor } from '#app/domain/case/states.ts';
import { AppError } from '#app/domain/shared/errors.ts';
import { isPlainDate, startOfDay } from '#app/domain/shared/plain-date.ts';
import { now } from '#app/platform/clock.server.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import type { Activated } from '#app/usecases/rules/clock-moves.ts';
import { previewVersion, type VersionPreview } from '#app/usecases/rules/queries/preview-version.server.ts';

/** What a version's page says of its coming into force. */
export interface ActivationView {
  /** The day asked for; null for at once. */
  readonly on: string | null;
  readonly draft: boolean;
  readonly preview: VersionPreview | null;
  /** Why the draft no longer fits what is published, as a field's error. */
  readonly fault: string | null;
  /** The page's address up to the place of a further page of cases. */
  readonly pageHref: string;
}

type Version = Pick<Activated, 'kind' | 'id'> & { readonly standing: string };

function faultIn(error: unknown): string {
  const code = error instanceof AppError ? Object.values(error.fields)[0]?.code : undefined;
  if (code === undefined) throw error;
  return code;
}

/** Counts what a draft, or a version published for later, would move; null for any other. */
export async function activationView(
  request: Request,
  actor: Actor,
  version: Version,
): Promise<ActivationView | null> {
  const { kind, id, standing } = version;
  if (standing !== 'draft' && standing !== 'scheduled') return null;
  const { pathname, searchParams } = new URL(request.url);
  const asked = searchParams.get('from');
  const on = isPlainDate(asked) ? asked : null;
  const instant = now().toISOString();
  const begins = on === null ? instant : startOfDay(on, activeProfile().timeZone);
  const at = begins < instant ? instant : begins;
  const view = {
    on,
    draft: standing === 'draft',
    pageHref: on === null ? `${pathname}?` : `${pathname}?from=${on}&`,
  };
  try {
    const preview = await previewVersion({ actor, kind, id, at, after: searchParams.get('after') });
    return { ...view, preview, fault: null };
  } catch (error) {
    return { ...view, preview: null, fault: faultIn(error) };
  }
}
