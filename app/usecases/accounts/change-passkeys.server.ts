import { AppError } from '#app/domain/shared/errors.ts';
import type { StaffMember } from '#app/platform/session/staff-session.server.ts';
import { logStaffChange } from '../staff/log-staff-change.server.ts';
import { addPasskey, removePasskey, renamePasskey } from './passkeys.server.ts';

interface PasskeyChange {
  readonly staff: StaffMember;
  readonly headers: Headers;
  /** The form: `intent` add, rename or remove, with `name`, `credential`, `id`; `name-<id>` renames. */
  readonly given: Readonly<Record<string, unknown>>;
}

/**
 * Adds, renames or removes one of a person's own passkeys, and logs what changes who can sign in.
 * @throws AppError `invalid-input` on `name` or `credential`; `malformed-request`
 */
export async function changePasskeys({ staff, headers, given }: PasskeyChange): Promise<void> {
  const id = String(given.id ?? '');
  switch (given.intent) {
    case 'add':
      await addPasskey(headers, { name: given.name, credential: given.credential });
      return logStaffChange(staff, { action: 'passkey-added', subject: staff });
    case 'rename':
      return renamePasskey(staff.id, id, given[`name-${id}`]);
    case 'remove':
      await removePasskey(staff.id, id);
      return logStaffChange(staff, { action: 'passkey-removed', subject: staff });
    default:
      throw new AppError('malformed-request');
  }
}
