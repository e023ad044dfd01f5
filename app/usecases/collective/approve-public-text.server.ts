import { slugOf } from '#app/domain/collective/public-page.ts';
import type { Tx } from '#app/platform/db/client.server.ts';
import type { LoadedCase } from '../complaints/case-store.server.ts';
import { type CommandInput, executeCommand } from '../complaints/execute-command.server.ts';
import { digestOfText } from './propose-public-text.server.ts';
import { waitingText } from './waiting-text.server.ts';

interface Approval extends Omit<CommandInput, 'command'> {
  /** As the officer lets it stand: her changes to the proposal are kept beside it. */
  readonly title: string;
  readonly body: string;
}

/** A readable address that no other page has; the reference where the title gives none. */
async function freeSlug(tx: Tx, title: string, reference: string): Promise<string> {
  const fallback = reference.toLowerCase();
  const slug = slugOf(title);
  if (slug === null) return fallback;
  const taken = await tx.collectivePage.findUnique({ where: { slug }, select: { caseId: true } });
  return taken === null ? slug : `${slug}-${fallback}`;
}

async function publish(tx: Tx, { id, projection }: LoadedCase, text: Approval & { language: string }) {
  const { title, body, language, now } = text;
  const { filed, operatorId, state, filedAt } = projection;
  const { reference, category, startedAt } = filed;
  await tx.collectivePage.upsert({
    where: { caseId: id },
    update: { title, body, language },
    create: {
      ...{ caseId: id, title, body, language, reference, operatorId, category, startedAt, filedAt },
      slug: await freeSlug(tx, title, reference),
      caseState: state,
      approvedAt: now,
    },
  });
}

/** The officer makes a text public, with or without changes to what was proposed. */
export function approvePublicText(input: Approval) {
  return executeCommand({ ...input, command: 'approve-public-text' }, async (loaded, tx) => {
    const { caseId, title, body, now, actor } = input;
    const { id, language } = await waitingText(tx, caseId);
    await tx.collectiveText.update({
      where: { id },
      data: {
        state: 'approved',
        approvedTitle: title,
        approvedBody: body,
        decidedAt: now,
        decidedBy: actor.name,
      },
    });
    await publish(tx, loaded, { ...input, language });
    const payload = { textId: id, digest: digestOfText(id, title, body) };
    return { events: [{ type: 'public-text-approved', payload }] };
  });
}
