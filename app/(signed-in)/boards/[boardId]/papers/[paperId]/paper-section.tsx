import type { ReactNode } from "react";
import { Table } from "#app/_ui/table.tsx";
import { isLaid, type LaidBlock, type LaidSection } from "#domain/paper/edits.ts";
import type { Table as PaperTable } from "#domain/paper/paper.ts";
import { evidenceLead, waysDown } from "#server/paper/evidence.ts";
import type { LoadedPaper } from "#server/paper/load-paper.ts";
import { DrawnChart } from "../../../_paper/drawn-chart.tsx";
import { Paragraph } from "../../../_paper/paragraph.tsx";

type Props = { readonly section: LaidSection; readonly loaded: LoadedPaper };

/** One section as the printed paper has it: findings as its headings, bullets as lists. */
export function PaperSection({ section, loaded }: Props) {
  const id = `s-${section.key}`;
  return (
    <section className="row sect" aria-labelledby={id}>
      <div className="w">
        <h2 id={id}>{section.heading}</h2>
        {runsOf(section.blocks).map((run) => {
          const [first] = run;
          if (!first) return null;
          return isBullet(first) ? (
            <ul key={keyOf(first)} className="bullets">
              {run.map((block) => (
                <li key={keyOf(block)}>
                  <Shown block={block} loaded={loaded} />
                </li>
              ))}
            </ul>
          ) : (
            <Shown key={keyOf(first)} block={first} loaded={loaded} />
          );
        })}
      </div>
    </section>
  );
}

const isBullet = (block: LaidBlock) => isLaid(block) && block.block.kind === "bullet";
const keyOf = (block: LaidBlock) => (isLaid(block) ? block.block.key : block.key);

/** Bullets that follow one another are one list; everything else stands alone. */
function runsOf(blocks: readonly LaidBlock[]): readonly (readonly LaidBlock[])[] {
  const runs: LaidBlock[][] = [];
  for (const block of blocks) {
    const last = runs.at(-1);
    if (isBullet(block) && last?.every(isBullet)) last.push(block);
    else runs.push([block]);
  }
  return runs;
}

function Shown({ block, loaded }: { block: LaidBlock; loaded: LoadedPaper }): ReactNode {
  const { paper, paperId, writing, mayWrite, savings } = loaded;
  if (isLaid(block)) {
    const saved = savings.find(({ key }) => key === block.block.key);
    const claim = block.block.kind === "claim" ? block.block : null;
    return (
      <Paragraph
        paperId={paperId}
        writing={writing}
        laid={block}
        mayWrite={mayWrite}
        evidence={claim && { lead: evidenceLead(claim), ways: waysDown(paper, claim) }}
        saved={saved ? { by: saved.by, at: saved.at } : null}
      />
    );
  }
  switch (block.kind) {
    case "finding":
      return <h3>{block.text}</h3>;
    case "chart":
      return <DrawnChart chart={block} />;
    case "table":
      return <Figures table={block} />;
    default:
      return null;
  }
}

function Figures({ table: { caption, head, rows } }: { table: PaperTable }) {
  return (
    <Table caption={caption} className="infigures">
      <thead>
        <tr>
          {head.map((words) => (
            <th key={words} scope="col">
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...cells]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {cells.map((cell, index) => (
              <td key={head[index + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
