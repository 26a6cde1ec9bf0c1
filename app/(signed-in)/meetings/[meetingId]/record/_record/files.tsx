"use client";

import { recordTables } from "#app/_tables/record-tables.ts";
import { DownloadLink } from "#app/_ui/download-link.tsx";
import { mayTakeWhole } from "#domain/exports/may-take.ts";
import { roleHeld } from "#domain/meeting/look-up.ts";
import { useRoom } from "../../_room/room-context.ts";

/** The record list by list, as files for a spreadsheet: as it stands now, while the meeting is held as well as after. */
export function Files() {
  const { meeting, meetingId, you } = useRoom();
  const at = (table: string) => `/api/meetings/${meetingId}/tables/${table}`;
  return (
    <div className="row sect no-print">
      <div className="w">
        <h2>As files</h2>
        <p className="cap">
          Each list as CSV, for Excel and the like. What is taken without the public is left out of every
          file.
        </p>
        <ul className="taken">
          {Object.entries(recordTables).map(([name, { words }]) => (
            <li key={name}>
              <DownloadLink href={at(name)} of="as CSV">
                {words}
              </DownloadLink>
            </li>
          ))}
        </ul>
        {mayTakeWhole(roleHeld(meeting, you), meeting.phase) && (
          <>
            <p className="cap">
              For the chair and the clerks alone, within 15 minutes of signing in: with what was taken without
              the public.
            </p>
            <ul className="taken">
              {Object.entries(recordTables).map(([name, { words }]) => (
                <li key={name}>
                  <DownloadLink href={`${at(name)}?form=whole`} of="with restricted items, as CSV">
                    {words}
                  </DownloadLink>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  );
}
