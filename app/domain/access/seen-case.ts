import type { EventType, EventVisibility } from '../case/events.ts';
import type { HelpChannel } from '../case/filing-help.ts';
import type { InterimStanding } from '../case/interim.ts';
import type { CaseStanding, Command } from '../case/lifecycle.ts';
import type { Role } from '../case/states.ts';
import type { ClockKind, Duration } from '../deadline/rule.ts';
import type { TraceLine } from '../deadline/trace.ts';
import type { CopyState } from '../evidence/copy.ts';
import type { CustodyEntry } from '../evidence/custody.ts';
import type { EvidenceStanding, ScanState } from '../evidence/standing.ts';
import type { LocalisedText } from '../shared/language.ts';
import type { Money } from '../shared/money.ts';
import type { PlainDate } from '../shared/plain-date.ts';

/** A case as staff pages show it, without texts of any language. Instants are ISO strings. */
export interface SeenSummary {
  readonly reference: string;
  readonly operator: { readonly id: string; readonly name: string };
  readonly track: string;
  readonly service: string;
  readonly category: string;
  readonly issues: readonly string[];
  readonly region: LocalisedText | null;
  readonly commune: string | null;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly ongoing: boolean;
  readonly remedySought: readonly string[];
  readonly amount: Money | null;
  readonly currency: string;
  readonly urgent: boolean;
  readonly vulnerability: readonly string[];
  readonly consentToPublish: boolean;
  readonly language: string;
  readonly source: string;
  readonly filedAt: string;
  readonly servedAt: string | null;
  readonly interim: InterimStanding | null;
  /** How the regulator's staff helped to file; null where nobody did. */
  readonly assisted: { readonly channel: HelpChannel; readonly on: string } | null;
  /** The operator that filed a dispute. */
  readonly claimant: string | null;
  readonly outcomes: {
    readonly operator: string | null;
    readonly complainant: string | null;
    readonly regulator: string | null;
  };
}

/** What the complainant said of one issue of an answer. */
export interface SeenDisputedIssue {
  readonly issue: string;
  /** Keys of texts. */
  readonly reasons: readonly string[];
  readonly message: string | null;
  /** Names of the files that prove it. */
  readonly fileNames: readonly string[];
}

export interface SeenEvent {
  readonly seq: number;
  readonly type: EventType;
  readonly at: string;
  readonly actorRole: Role;
  readonly actorName: string | null;
  /** The operator's name, when one of its staff acted. */
  readonly actorOrganisation: string | null;
  /** What somebody wrote on this occasion, if it may be read. */
  readonly message: string | null;
  /** Keys of texts that say more: reasons of a dispute or of inadmissibility, outcomes. */
  readonly details: readonly string[];
  /** Name of the file that was added. */
  readonly fileName: string | null;
  /** Of a dispute that goes issue by issue. */
  readonly byIssue: readonly SeenDisputedIssue[];
}

export interface SeenMessage {
  readonly id: string;
  readonly kind: string;
  readonly audience: EventVisibility;
  readonly authorRole: string;
  readonly authorName: string | null;
  readonly body: string;
  readonly at: string;
}

export interface SeenAnswerItem {
  readonly issue: string;
  readonly outcome: string;
  readonly cause: string | null;
  readonly action: string | null;
  readonly date: string | null;
  readonly amountMinor: number | null;
  readonly proof: string | null;
  readonly details: Readonly<Record<string, string>>;
  readonly evidenceIds: readonly string[];
}

export interface SeenAnswer {
  readonly id: string;
  readonly number: number;
  readonly at: string;
  readonly submittedBy: string;
  readonly message: string;
  readonly items: readonly SeenAnswerItem[];
}

export interface SeenDecision {
  readonly id: string;
  readonly outcome: string;
  readonly reasons: string;
  readonly remedy: string | null;
  readonly remedyDays: number | null;
  readonly amount: Money | null;
  readonly at: string;
  readonly decidedBy: string;
}

/** That a confidential annex exists; the file itself is in the evidence of who may read it. */
export interface SeenAnnex {
  readonly evidenceId: string;
  readonly party: string;
  readonly description: string;
  readonly at: string;
}

export interface SeenEvidence {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly uploadedByRole: string;
  readonly uploadedAt: string;
  readonly copyState: CopyState;
  readonly copyMediaType: string | null;
  readonly copyError: string | null;
  readonly standing: EvidenceStanding;
  readonly scanState: ScanState;
  /** What the scanner calls what it found. */
  readonly finding: string | null;
  /** Of a document. */
  readonly pages: number | null;
  /** How many small pictures there are. */
  readonly previews: number;
}

/** Who opened a file; the organisation by its name. */
export type SeenCustody = CustodyEntry;

/** How a clock stands to who looks at it; `met` and `breached` are over, `stopped` ended without either. */
export type ClockStanding = 'running' | 'soon' | 'overdue' | 'paused' | 'met' | 'breached' | 'stopped';

export interface SeenRule {
  readonly id: string;
  readonly text: LocalisedText;
  readonly source: string;
  readonly assumed: boolean;
  /** What the operator may take once. */
  readonly extension: Duration | null;
  /** It ends at an instant, not with a day. */
  readonly inHours: boolean;
}

export interface SeenClock {
  readonly id: string;
  readonly kind: ClockKind;
  readonly standing: ClockStanding;
  readonly startedAt: string;
  readonly dueOn: PlainDate;
  readonly dueAt: string;
  /** Calendar days from today, or from the day it stopped; negative when late. */
  readonly daysLeft: number;
  readonly calendarVersion: string;
  /** When a clock that stands runs again by itself. */
  readonly resumesAt: string | null;
  /** Its breach may be published with the operator's name. */
  readonly published: boolean;
  /** Where anybody may count the date again; null for clocks of which only the date is known. */
  readonly recount: string | null;
  readonly trace: readonly TraceLine[];
  /** Null for a rule that the profile no longer has. */
  readonly rule: SeenRule | null;
}

export interface SeenDelivery {
  readonly id: string;
  readonly channel: string;
  readonly recipient: string;
  readonly state: string;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly queuedAt: string;
  readonly deliveredAt: string | null;
  readonly openedAt: string | null;
  readonly nextAttemptAt: string | null;
  /** The outcome of the latest attempt where it failed. */
  readonly reason: string | null;
  /** What proves it. */
  readonly proof: string | null;
  readonly tries: readonly SeenTry[];
}

/** One attempt at a delivery. */
export interface SeenTry {
  readonly at: string;
  readonly outcome: string;
  readonly status: number | null;
  readonly answer: string | null;
}

/** Another case of the same complainant against the same operator. */
export interface SeenRecurrence {
  readonly reference: string;
  readonly state: string;
  readonly category: string;
  readonly filedAt: string;
}

export interface SeenAttempt {
  readonly on: string;
  readonly channel: string;
  readonly result: string;
  readonly ticket?: string | null | undefined;
  readonly note?: string | null | undefined;
}

/** What a case holds, by the fields of the visibility matrix. */
export interface SeenFields {
  readonly 'case-summary': SeenSummary;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly 'personal-facts': Readonly<Record<string, unknown>>;
  readonly narrative: string;
  readonly attempts: readonly SeenAttempt[];
  readonly identity: {
    readonly name: string;
    readonly lineNumber: string | null;
    readonly organisationName: string | null;
    readonly organisationNumber: string | null;
  };
  readonly contact: { readonly email: string | null; readonly phone: string | null };
  readonly 'evidence-copy': readonly SeenEvidence[];
  readonly custody: readonly SeenCustody[];
  readonly annexes: readonly SeenAnnex[];
  readonly messages: readonly SeenMessage[];
  readonly 'internal-notes': readonly SeenMessage[];
  readonly responses: readonly SeenAnswer[];
  readonly decision: readonly SeenDecision[];
  readonly events: readonly SeenEvent[];
  readonly clocks: readonly SeenClock[];
  readonly deliveries: readonly SeenDelivery[];
  readonly recurrence: readonly SeenRecurrence[];
}

/** A case as one role sees it: fields that it doesn't see are absent. */
export interface SeenCase {
  readonly id: string;
  readonly version: number;
  readonly standing: CaseStanding;
  /** What the reader may do now. */
  readonly commands: readonly Command[];
  /** Whether the reader may download originals. */
  readonly originals: boolean;
  readonly summary: SeenSummary;
  readonly seen: Partial<SeenFields>;
}
