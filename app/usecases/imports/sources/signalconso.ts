import type { OperatorOutcome } from '#app/domain/case/outcomes.ts';
import { isPlainDate, startOfDay } from '#app/domain/shared/plain-date.ts';
import type { IssueAddress } from '#app/domain/taxonomy/taxonomy.ts';
import { partsOfIssue } from '#app/domain/taxonomy/taxonomy.ts';
import {
  firstMatch,
  type ImportedProgress,
  type ImportSource,
  type Row,
  type RowContext,
  type RowReading,
  refused,
} from '../imported-case.ts';

/** INSEE's region codes by ISO 3166-2. */
const REGIONS: Readonly<Record<string, string>> = {
  '1': 'FR-971',
  '2': 'FR-972',
  '3': 'FR-973',
  '4': 'FR-974',
  '6': 'FR-976',
  '11': 'FR-IDF',
  '24': 'FR-CVL',
  '27': 'FR-BFC',
  '28': 'FR-NOR',
  '32': 'FR-HDF',
  '44': 'FR-GES',
  '52': 'FR-PDL',
  '53': 'FR-BRE',
  '75': 'FR-NAQ',
  '76': 'FR-OCC',
  '84': 'FR-ARA',
  '93': 'FR-PAC',
  '94': 'FR-20R',
};

export const REGION_NOT_STATED = 'not-stated';
const TELEPHONY = ['Téléphonie/FAI/Médias', 'TelephonieFaiMedias'];

/** The path of subcategories, from the most telling words to the least. */
const ISSUES: readonly (readonly [RegExp, IssueAddress])[] = [
  [/spams?|indésirables|d[ée]march|bloctel/iu, 'privacy-fraud/spam'],
  [/RIO|opérateur non compétent|portabilité/u, 'number-portability/delay'],
  [
    /continue de me prélever|je n’arrive pas|confirmation de résiliation|résil/iu,
    'contract/cancellation-refused',
  ],
  [/restitution du matériel|téléphone acheté|vol ou perte/iu, 'contract/equipment'],
  [/prix de mon forfait a été augmenté/iu, 'billing/price-change'],
  [/promotion|eligib|éligib|site internet|modifié/iu, 'contract/mis-selling'],
  [/étranger/iu, 'roaming/bill-shock'],
  [/forfait|facturation|prélèvement/iu, 'billing/error'],
  [/service client/iu, 'customer-service/late-reply'],
];

type Mapping = 'not-sent' | 'sent' | 'read' | OperatorOutcome;

/** Both layouts' statuses: in words, and coded. */
const STATUSES: Readonly<Record<string, Mapping>> = {
  NA: 'not-sent',
  'Non renseigné': 'not-sent',
  NonConsulte: 'sent',
  'Non consulté': 'sent',
  Transmis: 'sent',
  TraitementEnCours: 'sent',
  ConsulteIgnore: 'read',
  'Consulté/Ignoré': 'read',
  PromesseAction: 'remedied-without-money',
  "Promesse d'action": 'remedied-without-money',
  Infonde: 'rejected',
  MalAttribue: 'not-our-customer',
  'Mal attribué': 'not-our-customer',
};

function progressOf(mapping: Mapping, at: string): ImportedProgress {
  if (mapping === 'not-sent') return {};
  if (mapping === 'sent') return { servedAt: at };
  if (mapping === 'read') return { servedAt: at, acknowledged: true };
  return { servedAt: at, answer: { at, outcome: mapping, dated: false } };
}

function missingField(row: Row): string | undefined {
  return ['category', 'subcategories', 'creationdate', 'status', 'reg_code'].find(
    field => row[field] === undefined,
  );
}

function read(row: Row, context: RowContext): RowReading {
  const missing = missingField(row);
  if (missing !== undefined) return refused(missing, 'the row ends before this field');
  const { category = '', subcategories = '', creationdate = '', status = '' } = row;
  if (!TELEPHONY.includes(category)) return { kind: 'passed-over' };
  if (!isPlainDate(creationdate)) return refused('creationdate', `"${creationdate}" is not a date`);
  const mapping = STATUSES[status];
  if (mapping === undefined) return refused('status', `"${status}" is not a known status`);
  const filedAt = startOfDay(creationdate, context.timeZone);
  const path = subcategories.replaceAll('\u00a0', ' ');
  const issue = firstMatch(path, ISSUES, 'customer-service/late-reply');
  return {
    kind: 'case',
    value: {
      // The repackaged layout has no identifier: a row's identity is its file and its line.
      rowKey: row.id ?? `${context.fileSha256}:${context.line}`,
      filedAt,
      operatorId: 'not-stated',
      service: /télévision|presse/iu.test(path) ? 'tv' : 'mobile',
      category: partsOfIssue(issue).category,
      issues: [issue],
      region: REGIONS[row.reg_code ?? ''] ?? REGION_NOT_STATED,
      commune: row.dep_name && row.dep_name !== 'Non renseigné' ? row.dep_name : null,
      language: 'fr',
      narrative: path.replaceAll(';', ' > '),
      progress: progressOf(mapping, filedAt),
    },
  };
}

/** France's consumer reports (DGCCRF): the original export (`;`, coded) and a repackaged one (`,`, in words). */
export const signalconso: ImportSource = {
  name: 'signalconso',
  delimiterOf: header => {
    if (header.startsWith('id;category;subcategories;')) return ';';
    return header.startsWith('reg_code,dep_code,category,subcategories,') ? ',' : null;
  },
  read,
};
