import { expect, it } from 'vitest';
import { keepOwnSql } from './keep-own-sql.ts';

const DROP = '-- DropForeignKey\nALTER TABLE "upload" DROP CONSTRAINT "upload_case_id_fkey";\n\n';
const AGAIN =
  '-- AddForeignKey\nALTER TABLE "upload" ADD CONSTRAINT "upload_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;\n\n';
const OWN_INDEX = '-- DropIndex\nDROP INDEX "webhook_delivery_log";\n\n';
const RENAME = '-- RenameIndex\nALTER INDEX "api_key_prefix" RENAME TO "api_key_prefix_idx";\n';

it('leaves a database alone whose own indexes and foreign keys are all that differs from the schema', () => {
  const { script, leftOut } = keepOwnSql(OWN_INDEX + DROP + AGAIN + RENAME);
  expect(script).toBe('');
  expect(leftOut).toHaveLength(4);
});

it('keeps a new column and a new foreign key', () => {
  const column = '-- AlterTable\nALTER TABLE "case" ADD COLUMN "note" TEXT;\n\n';
  const key =
    '-- AddForeignKey\nALTER TABLE "case" ADD CONSTRAINT "case_note_fkey" FOREIGN KEY ("note") REFERENCES "note"("id");\n';
  expect(keepOwnSql(DROP + column + key)).toEqual({
    script: column + key,
    leftOut: ['ALTER TABLE "upload" DROP CONSTRAINT "upload_case_id_fkey";'],
  });
});
