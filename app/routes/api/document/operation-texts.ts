import type { OperationId } from '#app/usecases/operator-api/operations.ts';

interface OperationText {
  readonly summary: string;
  readonly description: string;
}

/** What each operation does, in the document's language. */
export const OPERATION_TEXTS: Readonly<Record<OperationId, OperationText>> = {
  listCases: {
    summary: 'List cases',
    description:
      'Cases that were served on the operator, by their last change, oldest first. A case that changes while you go through the pages moves to their end: it may come twice and is never missed.',
  },
  getCase: {
    summary: 'Read a case',
    description:
      'The case as the operator may see it: facts, account, evidence, clocks with the day-by-day trace of each, timeline, and what may be done now.',
  },
  listMessages: {
    summary: 'Read the messages of a case',
    description: 'What complainant, operator and regulator wrote to each other.',
  },
  getEvidence: {
    summary: 'Download a file',
    description:
      'The cleaned copy of a file, once it has been checked. Each download is in the custody log of the case.',
  },
  acknowledgeCase: {
    summary: 'Acknowledge a case',
    description: 'Confirms that the desk has the case; the clock of the acknowledgement stops.',
  },
  sendMessage: {
    summary: 'Write to the complainant',
    description: 'Through the portal: neither side learns an address. The clock goes on.',
  },
  askForInformation: {
    summary: 'Ask the complainant for information',
    description:
      'The case goes back to the complainant; the clock stands until the answer, within the cap of the rule.',
  },
  takeExtension: {
    summary: 'Take the extension',
    description: 'Once, before the deadline, where the rule gives one.',
  },
  misdirectCase: {
    summary: 'Say that the case is not yours',
    description: 'The regulator decides where it goes; you may name whose it is.',
  },
  answerCase: {
    summary: 'Answer a case',
    description:
      'Every issue with its outcome and what that outcome asks for: cause, action, date, amount, proof; and words to this customer. What says nothing is refused, field by field.',
  },
  answerInterim: {
    summary: 'Say what is being done',
    description:
      'An interim answer: what you are doing and until when the customer hears more. The clock goes on.',
  },
  keepPromise: {
    summary: 'Report a kept promise',
    description:
      'That what an answer promised for a later day has been done, for the issues named or for all open ones; the clocks of these promises stop.',
  },
  reportRemedy: {
    summary: 'Report that a decision was carried out',
    description: 'What was done, when, and how it can be checked; the clock of the remedy stops.',
  },
};
