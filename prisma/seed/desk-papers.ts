import type { Actor } from '#app/domain/case/states.ts';
import type { Instant } from '#app/domain/shared/plain-date.ts';
import { withActor } from '#app/platform/db/client.server.ts';
import { setSecondReader } from '#app/usecases/casework/answering-settings.server.ts';
import { addDeskNote, followCase } from '#app/usecases/casework/desk-notes.server.ts';
import { submitAnswer } from '#app/usecases/casework/submit-answer.server.ts';
import { listTemplates, type NewTemplate, saveTemplate } from '#app/usecases/casework/templates.server.ts';
import { activeProfile } from '#app/usecases/profile.server.ts';
import { answerExample } from './answer-example.ts';
import { dayOf } from './local-time.ts';
import { randomFrom } from './random.ts';
import type { Staff } from './staff.ts';
import { staffTextsIn } from './texts/index.ts';

/** Invented templates, in the languages in which the offices of the profiles write. */
const TEMPLATES: Readonly<Record<'fr' | 'de', readonly Omit<NewTemplate, 'language'>[]>> = {
  fr: [
    {
      name: 'Panne réparée',
      category: 'mobile-outage',
      cause: null,
      action: null,
      message:
        'Bonjour {{name}},\n\nvous nous avez signalé le {{filedOn}} une panne à {{place}}. Voici ce qui s’est passé et depuis quand votre ligne fonctionne de nouveau.\n\n{{agent}}, {{operator}}',
    },
    {
      name: 'Avoir sur facture',
      category: 'billing',
      cause: null,
      action: null,
      message:
        'Bonjour {{name}},\n\nnous avons vérifié la facture de la ligne {{line}} (dossier {{reference}}). Le montant de {{amount}} vous est rendu comme indiqué ci-dessus.\n\n{{agent}}, {{operator}}',
    },
  ],
  de: [
    {
      name: 'Störung behoben',
      category: 'fixed-outage',
      cause: null,
      action: null,
      message:
        'Guten Tag {{name}}\n\nSie haben uns am {{filedOn}} eine Störung in {{place}} gemeldet. So kam es dazu, und seit dann funktioniert Ihr Anschluss wieder.\n\n{{agent}}, {{operator}}',
    },
    {
      name: 'Gutschrift',
      category: 'billing',
      cause: null,
      action: null,
      message:
        'Guten Tag {{name}}\n\nWir haben die Rechnung zum Anschluss {{line}} geprüft (Fall {{reference}}). Den Betrag von {{amount}} erhalten Sie wie oben beschrieben zurück.\n\n{{agent}}, {{operator}}',
    },
  ],
};

const NOTES = {
  fr: 'Le technicien repasse demain matin. @{{name}}, peux-tu prévenir la facturation ?',
  de: 'Der Techniker kommt morgen früh nochmals. @{{name}}, sagst du der Fakturierung Bescheid?',
};

async function templates(actor: Actor, language: 'fr' | 'de', now: Instant): Promise<void> {
  if ((await listTemplates(actor)).length > 0) return;
  for (const template of TEMPLATES[language]) {
    await saveTemplate({ actor, template: { ...template, language }, now });
  }
}

/** Cases that wait for this operator, the latest first. */
function waitingCases(actor: Actor) {
  return withActor(actor, tx =>
    tx.case.findMany({
      where: { operatorId: actor.organisation ?? '', state: 'served', track: 'consumer' },
      orderBy: { filedAt: 'desc' },
      take: 2,
    }),
  );
}

async function note(author: Actor, other: Actor, language: 'fr' | 'de', now: Instant): Promise<void> {
  const [, found] = await waitingCases(author);
  if (found === undefined) return;
  const written = await withActor(author, tx => tx.deskNote.count({ where: { caseId: found.id } }));
  if (written > 0) return;
  const body = NOTES[language].replace('{{name}}', other.name ?? '');
  await addDeskNote({ actor: author, caseId: found.id, body, now });
  await followCase(author, found.id, now);
}

async function proposal(author: Actor, language: 'fr' | 'de', now: Instant): Promise<void> {
  const [found] = await waitingCases(author);
  if (found === undefined) return;
  const waiting = await withActor(author, tx => tx.answerProposal.count({ where: { caseId: found.id } }));
  if (waiting > 0) return;
  const answer = answerExample('explained', {
    random: randomFrom('second-reader'),
    texts: staffTextsIn(language, language),
    issues: found.issues,
    on: dayOf(now),
  });
  await submitAnswer({ actor: author, caseId: found.id, now, answer });
}

/**
 * What a desk keeps for itself, to be seen in a demonstration: the first operator has templates and a note, the second
 * a second reader with an answer before them. Repeating it adds nothing.
 */
export async function inventDeskPapers(
  operatorIds: readonly string[],
  { liaisons }: Staff,
  now: Instant,
): Promise<void> {
  const language = activeProfile().defaultLanguage === 'de' ? 'de' : 'fr';
  const [first = [], second = []] = operatorIds.map(id => liaisons.get(id));
  const [someone, another] = first;
  if (someone !== undefined && another !== undefined) {
    await templates(someone, language, now);
    await note(another, someone, language, now);
  }
  const [reader, author] = second;
  if (reader === undefined || author === undefined) return;
  await setSecondReader(reader, true, now);
  await proposal(author, language, now);
}
