import { downloading } from "#server/exports/downloading.ts";
import { paperFile } from "#server/paper/paper-file.ts";

export const GET = downloading(paperFile);
