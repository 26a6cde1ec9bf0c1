// npm run -s agenda:parse < FILE: the agenda as the importer reads it, as JSON.
import { text } from "node:stream/consumers";
import { parseAgenda } from "#domain/agenda-text/parse-agenda.ts";

process.stdout.write(`${JSON.stringify(parseAgenda(await text(process.stdin)), null, 2)}\n`);
