import type { ReactNode } from 'react';
import type { SeenCase } from '#app/domain/access/seen-case.ts';
import { AnswersPart } from './answers-part.tsx';
import { CaseClocks } from './case-clocks.tsx';
import { AskedPart, AttemptsPart, FactsPart, NarrativePart } from './complaint-part.tsx';
import { EvidencePart } from './evidence-part.tsx';
import { PersonPart } from './person-part.tsx';
import { ServicePart } from './service-part.tsx';
import { TimelinePart } from './timeline-part.tsx';
import { AnnexesPart, TrackPart } from './track-part.tsx';

interface CaseOverviewProps {
  readonly found: SeenCase;
  /** What the reader can do, first in the narrow column. */
  readonly commands?: ReactNode;
  /** A form that adds files, below the evidence. */
  readonly addEvidence?: ReactNode;
  /** Where the custody bundle is, for who may take it. */
  readonly bundleHref?: string | undefined;
  /** Further parts of the narrow column. */
  readonly aside?: ReactNode;
}

/** Everything that a reader sees of a case: the complaint in the wide column, clocks and commands in the narrow one. */
export function CaseOverview({ found, commands, addEvidence, bundleHref, aside }: CaseOverviewProps) {
  const { summary, seen } = found;
  const served = { deliveries: seen.deliveries, servedAt: summary.servedAt };
  return (
    <div className="grid gap-x-10 lg:grid-cols-[minmax(0,1fr)_26rem]">
      <div className="case-beside min-w-0 lg:order-2">
        {commands}
        {seen.clocks === undefined ? null : <CaseClocks clocks={seen.clocks} served={served} />}
        <ServicePart {...served} />
        <PersonPart seen={seen} language={summary.language} />
        {aside}
      </div>
      <div className="min-w-0 lg:order-1">
        <TrackPart found={found} />
        <AskedPart summary={summary} />
        <NarrativePart narrative={seen.narrative} />
        <FactsPart found={found} />
        <AttemptsPart attempts={seen.attempts} />
        <EvidencePart found={found} bundleHref={bundleHref}>
          {addEvidence}
        </EvidencePart>
        <AnnexesPart annexes={seen.annexes} files={seen['evidence-copy']} />
        <AnswersPart
          answers={seen.responses}
          decisions={seen.decision}
          currency={summary.currency}
          files={seen['evidence-copy']}
        />
        <TimelinePart events={seen.events} />
      </div>
    </div>
  );
}
