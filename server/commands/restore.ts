// npm run restore -- FILE: a backup in the place of what there is, which is kept beside it. The server must be stopped.
// npm run restore -- --mark: after a restore by Postgres's own means, lets browsers notice it.
import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import { markRestored } from "#db/backup.ts";
import { type Restored, restoreBackup } from "../backup/restore.ts";
import { onDatabase } from "./on-database.ts";

const sentences: Readonly<Record<Extract<Restored, { ok: false }>["problem"], string>> = {
  unreadable: "The file cannot be read, or it was cut short on its way.",
  notABackup: "The file is not a backup made by npm run backup.",
  cutShort: "The backup was cut short: take an earlier one.",
  changed: "The backup is not as it was written: take an earlier one.",
  otherTables:
    "The backup is of another version of Candour: restore it with that version, then go on to this one.",
  brokenLog: "A log in the backup does not hold: take an earlier one. Nothing was changed.",
  inUse: "The server is still connected to the database: stop it and try again. Nothing was changed.",
};

const { values, positionals } = parseArgs({
  options: { mark: { type: "boolean", default: false } },
  allowPositionals: true,
});
const [file] = positionals;

if (file === undefined && !values.mark) {
  process.stderr.write("Name the backup: npm run restore -- data/backups/candour-….gz\n");
  process.exitCode = 1;
} else {
  await onDatabase(async ({ url, database, clock }) => {
    if (file === undefined) {
      await markRestored(url, randomUUID());
      return ["Browsers will notice that the database was restored once the server is started again."];
    }
    const now = clock.now();
    await database.close(); // ours, too, would be a connection to what is put aside
    const restored = await restoreBackup(url, file, now);
    if (!restored.ok) throw new Error(sentences[restored.problem]);
    return [
      `Restored: ${restored.rows} rows, as they were at ${new Date(restored.takenAt).toISOString()}.`,
      `What was there before is kept as the database ${restored.keptAs}.`,
    ];
  });
}
