// npm run backup [-- FILE]: everything the database holds, in one file, while the server runs or not.
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { backupLines } from "#db/backup.ts";
import { writeBackup } from "../backup/backup-file.ts";
import { onDatabase } from "./on-database.ts";

await onDatabase(async ({ env, url, clock }) => {
  const stamp = new Date(clock.now()).toISOString().slice(0, 16).replace(":", "");
  const file = process.argv[2] ?? join(env.dataDir, "backups", `candour-${stamp}.gz`);
  await writeBackup(file, backupLines(url));
  const { size } = await stat(file);
  return [
    `${file} is written, ${Math.ceil(size / 1024)} KB. It holds everything: keep it as you keep minutes.`,
  ];
});
