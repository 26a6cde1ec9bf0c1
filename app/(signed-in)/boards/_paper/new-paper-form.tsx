"use client";

import { useRouter } from "next/navigation";
import * as z from "zod";
import { AskingForm } from "#app/_forms/asking-form.tsx";
import { textOf } from "#app/_forms/fields.ts";
import { Select } from "#app/_ui/select.tsx";
import { type BoardId, PaperId } from "#domain/ids.ts";
import { dayWords } from "#domain/paper/wording.ts";
import { twelveMonthsTo } from "#domain/paper/years.ts";
import { WritePaper } from "#domain/registers/papers.ts";

/** Twelve months, and one press. Where there is a paper of them already, it is opened. */
export function NewPaperForm({ boardId, months }: { boardId: BoardId; months: readonly string[] }) {
  const router = useRouter();
  const options = months.map((month) => {
    const { from, to } = twelveMonthsTo(month);
    return { value: month, label: `${dayWords(from)} to ${dayWords(to)}` };
  });
  return (
    <AskingForm
      schema={WritePaper}
      method="POST"
      path={`/api/boards/${boardId}/papers`}
      reads={z.object({ paperId: PaperId })}
      read={(fields) => ({ boardId, month: textOf(fields, "month") })}
      onDone={({ paperId }) => router.push(`/boards/${boardId}/papers/${paperId}`)}
      act="Write the paper"
    >
      {(problemOf) => (
        <Select
          label="Twelve months"
          name="month"
          options={options}
          {...(months[0] !== undefined && { defaultValue: months[0] })}
          problem={problemOf("month")}
        />
      )}
    </AskingForm>
  );
}
