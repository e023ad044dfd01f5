/** Who made a version, why, and what became of it. */
export interface VersionFacts {
  readonly id: string;
  readonly reason: string;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly activatesAt: string | null;
  readonly publishedAt: string | null;
  readonly publishedBy: string | null;
  readonly withdrawnAt: string | null;
  readonly withdrawnBy: string | null;
}

interface Row {
  readonly id: string;
  readonly reason: string;
  readonly createdAt: Date;
  readonly createdByName: string;
  readonly activatesAt: Date | null;
  readonly publishedAt: Date | null;
  readonly publishedByName: string | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawnByName: string | null;
}

const instant = (at: Date | null) => at?.toISOString() ?? null;

export function versionFacts(row: Row): VersionFacts {
  return {
    id: row.id,
    reason: row.reason,
    createdAt: row.createdAt.toISOString(),
    createdBy: row.createdByName,
    activatesAt: instant(row.activatesAt),
    publishedAt: instant(row.publishedAt),
    publishedBy: row.publishedByName,
    withdrawnAt: instant(row.withdrawnAt),
    withdrawnBy: row.withdrawnByName,
  };
}
