"use client";

import { Button } from "#app/_ui/button.tsx";
import { TextField } from "#app/_ui/field.tsx";
import type { ItemDraft } from "./item-draft.ts";

const MOST = 20;
const fresh = { title: "", address: "", pages: "" };

type Props = {
  readonly papers: ItemDraft["papers"];
  readonly onChange: (papers: ItemDraft["papers"]) => void;
  readonly problem: string | undefined;
};

export function PapersFields({ papers, onChange, problem }: Props) {
  const put = (place: number, to: Partial<typeof fresh>) =>
    onChange(papers.map((paper, at) => (at === place ? { ...paper, ...to } : paper)));
  return (
    <fieldset className="fieldset">
      <legend>Papers</legend>
      {papers.map((paper, place) => {
        const nth = `paper ${place + 1}`;
        return (
          // a paper has no id of its own: it is its place in the list
          // oxlint-disable-next-line react/no-array-index-key
          <div className="pair paper" key={place}>
            <TextField
              record
              label={`Title of ${nth}`}
              maxLength={200}
              value={paper.title}
              onChange={({ target }) => put(place, { title: target.value })}
            />
            <TextField
              label="Address"
              type="url"
              inputMode="url"
              placeholder="https://"
              value={paper.address}
              onChange={({ target }) => put(place, { address: target.value })}
            />
            <TextField
              label="Pages"
              maxLength={40}
              value={paper.pages}
              onChange={({ target }) => put(place, { pages: target.value })}
            />
            <Button
              short
              aria-label={`Remove ${nth}`}
              onClick={() => onChange(papers.filter((_, at) => at !== place))}
            >
              Remove
            </Button>
          </div>
        );
      })}
      {problem && (
        <p className="problem" role="alert">
          Each paper needs a title, and an address that begins with https:// or none.
        </p>
      )}
      {papers.length < MOST && (
        <div>
          <Button short onClick={() => onChange([...papers, fresh])}>
            Add a paper
          </Button>
        </div>
      )}
    </fieldset>
  );
}
