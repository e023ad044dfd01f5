import { useLanguage } from '#app/i18n/use-translation.ts';
import { Button, ButtonRow } from '#app/ui/button.tsx';
import { SelectField } from '#app/ui/choice-fields.tsx';
import { ClockPanel, DueCell } from '#app/ui/clock-panel.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { EvidenceList } from '#app/ui/evidence-list.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { DefinitionList } from '#app/ui/lists.tsx';
import { CounterTiles, FilterBar, Tabs } from '#app/ui/navigation.tsx';
import { EmptyState, Panel } from '#app/ui/notice.tsx';
import { PageTitle } from '#app/ui/page-title.tsx';
import { Pagination } from '#app/ui/pagination.tsx';
import { SplitView, StaffLayout } from '#app/ui/staff-layout.tsx';
import { Reference, Tag } from '#app/ui/tag.tsx';
import { TextField } from '#app/ui/text-fields.tsx';
import { Timeline } from '#app/ui/timeline.tsx';
import { requirePreviews } from './guard.server.ts';
import { SAMPLES } from './samples.ts';

export const loader = requirePreviews;

const ROWS = ['MA-2026-0A4K-7Q', 'MA-2026-0A5M-1X', 'MA-2026-0B77-3D', 'MA-2026-0C12-9Z'];

export default function StaffPreview() {
  const s = SAMPLES[useLanguage()];
  return (
    <StaffLayout
      userName="Amina Benali"
      organisation={s.operators[0]}
      roleLabel={s.operator}
      links={[
        { href: '/preview/staff', label: s.filed, current: true, count: 12 },
        { href: '/preview/charts', label: s.answered },
      ]}
    >
      <PageTitle aside={<Tag tone="attention">{s.answered}</Tag>}>{s.filed}</PageTitle>
      <CounterTiles
        label={s.filed}
        tiles={[
          { label: s.filed, value: 12, href: '/preview/staff', tone: 'bad', note: s.left },
          { label: s.answered, value: 40, href: '/preview/staff', tone: 'attention', current: true },
          { label: s.operator, value: 3, href: '/preview/staff' },
          { label: s.yes, value: '98 %', tone: 'good' },
        ]}
      />
      <FilterBar clearHref="/preview/staff">
        <TextField name="q" type="search" label={s.name} />
        <SelectField
          name="operator"
          label={s.operator}
          options={s.operators.map(name => ({ value: name, label: name }))}
        />
      </FilterBar>
      <SplitView list={<Queue />} detail={<CasePanels />} />
    </StaffLayout>
  );
}

function Queue() {
  const s = SAMPLES[useLanguage()];
  const due = { due: '2026-12-03', dueText: '03.12.2026', leftText: s.left };
  const columns: Column<string>[] = [
    {
      key: 'reference',
      header: s.filed,
      rowHeader: true,
      cell: row => (
        <a href={`/preview/staff?case=${row}`}>
          <Reference>{row}</Reference>
        </a>
      ),
    },
    {
      key: 'due',
      header: s.answered,
      tight: true,
      cell: row => <DueCell {...due} state={row === ROWS[0] ? 'overdue' : 'running'} />,
    },
  ];
  return (
    <>
      <DataTable
        id="queue"
        caption={s.filed}
        columns={columns}
        rows={ROWS}
        rowKey={row => row}
        rowHref={row => `/preview/staff?case=${row}`}
        isCurrent={row => row === ROWS[1]}
      />
      <Pagination nextHref="/preview/staff" summary="1–50" />
    </>
  );
}

function Clock() {
  const s = SAMPLES[useLanguage()];
  return (
    <ClockPanel
      label={s.answered}
      state="soon"
      due="2026-12-03"
      dueText={s.date}
      leftText={s.left}
      reason={s.reason}
      trace={[1, 2, 3].map(day => ({
        key: String(day),
        date: `0${day}.12.2026`,
        text: s.reason,
        counts: true,
        count: String(day),
      }))}
    />
  );
}

function Papers() {
  const s = SAMPLES[useLanguage()];
  const file = { id: '1', name: 'facture-novembre.pdf', kindText: 'PDF', sizeText: '184 kB' };
  return (
    <>
      <Panel title={s.operator}>
        <DefinitionList
          dense
          items={[
            { term: s.name, value: 'Fatima Zahra El Idrissi' },
            { term: s.operator, value: s.operators[1] },
            { term: s.question, value: null },
          ]}
        />
      </Panel>
      <EvidenceList
        items={[{ ...file, previewHref: '/preview', originalHref: '/preview', sha256: 'a'.repeat(64) }]}
      />
    </>
  );
}

function Past() {
  const s = SAMPLES[useLanguage()];
  const filed = { key: '1', dateTime: '2026-12-01', dateText: s.date, title: s.filed, actor: s.name };
  const answered = { key: '2', dateTime: '2026-12-02', dateText: s.date, title: s.answered, body: s.story };
  return (
    <Panel title={s.answered}>
      <Timeline entries={[{ ...filed, important: true }, answered]} />
    </Panel>
  );
}

function CasePanels() {
  const s = SAMPLES[useLanguage()];
  return (
    <>
      <Tabs
        label={s.filed}
        tabs={[
          { href: '/preview/staff', label: s.filed, current: true },
          { href: '/preview', label: s.answered, count: 4 },
        ]}
      />
      <Clock />
      <Papers />
      <Past />
      <EmptyState title={s.no}>
        <p>{s.hint}</p>
      </EmptyState>
      <PostForm confirm={s.question}>
        <ButtonRow>
          <Button look="danger">{s.yes}</Button>
        </ButtonRow>
      </PostForm>
    </>
  );
}
