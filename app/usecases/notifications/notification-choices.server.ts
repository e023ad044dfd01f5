import { isLanguage, type Language } from '#app/domain/shared/language.ts';
import type { Tx } from '#app/platform/db/client.server.ts';
import { hasSmsGateway } from '#app/platform/sms/sms.server.ts';
import { keepsSecrets } from './note-occasion.server.ts';
import { stopHash, stopToken } from './stop-token.server.ts';

/** How somebody wants to hear of a case. */
export interface Wishes {
  readonly byMail: boolean;
  readonly bySms: boolean;
  readonly language: string;
}

/** The row of a new case's choice. */
export function choiceRow(caseId: string, { byMail, bySms, language }: Wishes) {
  return {
    case_id: caseId,
    by_mail: byMail,
    by_sms: bySms,
    language,
    stop_hash: stopHash(stopToken(caseId)),
    stopped_at: null,
  };
}

/** Whether this instance can send SMS: through a gateway, or onto a demonstration's outbox page. */
export function offersSms(): boolean {
  return hasSmsGateway() || keepsSecrets();
}

/** Where a message about a case goes, and in which language. */
export interface ComplainantAddress {
  readonly channel: 'mail' | 'sms';
  readonly to: string;
  readonly language: Language | undefined;
}

/**
 * Where the complainants of some cases want to hear of them. Somebody who never chose is written to by mail;
 * somebody who stopped is not written to. Call it as the system.
 */
export async function complainantAddresses(
  tx: Tx,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ComplainantAddress[]>> {
  if (caseIds.length === 0) return new Map();
  const where = { caseId: { in: [...caseIds] } };
  const contacts = await tx.complainantContact.findMany({ where });
  const choices = new Map((await tx.notificationChoice.findMany({ where })).map(row => [row.caseId, row]));
  return new Map(
    contacts.map(({ caseId, email, phone }) => {
      const choice = choices.get(caseId);
      const { byMail = true, bySms = false, stoppedAt = null, language } = choice ?? {};
      const spoken = { language: isLanguage(language) ? language : undefined };
      const mail = byMail && email !== null ? [{ channel: 'mail', to: email, ...spoken } as const] : [];
      const sms =
        bySms && phone !== null && offersSms() ? [{ channel: 'sms', to: phone, ...spoken } as const] : [];
      const addresses: readonly ComplainantAddress[] = stoppedAt === null ? [...mail, ...sms] : [];
      return [caseId, addresses];
    }),
  );
}
