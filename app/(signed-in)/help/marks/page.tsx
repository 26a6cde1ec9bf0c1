import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Mark, type MarkState, WithheldMark } from "#app/_marks/mark.tsx";
import { SeatBox } from "#app/_marks/seat-box.tsx";
import { SectorLetter, sectorClass } from "#app/_marks/sector.tsx";
import { connectionWords, kindWord, markWords, sectorExamples, sectorWord } from "#app/_text/words.ts";
import { Table } from "#app/_ui/table.tsx";
import type { EntryKind } from "#domain/meeting/entry.ts";
import { Sector } from "#domain/meeting/registers.ts";
import { ConnectionWord } from "../../_frame/top-bar.tsx";
import { EntryLife } from "./_legend/entry-life.tsx";

export const metadata: Metadata = { title: "Marks and what they mean" };

const kinds: readonly EntryKind[] = ["decision", "challenge", "money", "action", "evidence", "note"];
const states: readonly MarkState[] = ["empty", "half", "full", "dashed", "struck"];
const stateHeads = { empty: "Empty", half: "Half", full: "Full", dashed: "Dashed", struck: "Struck" };

export default function MarksPage() {
  return (
    <main className="page" id="main">
      <div className="row title">
        <div className="w">
          <h1>An empty mark is an open question</h1>
          <p className="lede">
            Shape says what kind of entry it is. Fill says whether it is settled. A dashed outline is not on
            the record yet, and has no number.
          </p>
        </div>
      </div>
      <Section title="Kinds and states">
        <KindsAndStates />
      </Section>
      <Section title="One entry, from the thumb to the record">
        <EntryLife />
      </Section>
      <Section title="Seats and sectors">
        <Sectors />
        <Seats />
      </Section>
      <Section title="The line to the record">
        <Connection />
      </Section>
      <Section title="Two colours that mean one thing each">
        <TwoColours />
      </Section>
    </main>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="row sect">
      <div className="w">
        <h2>{title}</h2>
        {children}
      </div>
    </section>
  );
}

function KindsAndStates() {
  return (
    <Table className="kgrid" caption="What each fill says of each kind">
      <thead>
        <tr>
          <th scope="col">Kind</th>
          {states.map((state) => (
            <th key={state} scope="col">
              {stateHeads[state]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {kinds.map((kind) => (
          <tr key={kind}>
            <th scope="row" className={`k-${kind}`}>
              {kindWord[kind]}
            </th>
            {states.map((state) => (
              <td key={state} className={markWords[kind][state] ? undefined : "none"}>
                {markWords[kind][state] && (
                  <span className="stated">
                    <Mark kind={kind} state={state} />
                    {markWords[kind][state]}
                  </span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Sectors() {
  return (
    <dl className="facts">
      {Sector.options.map((sector) => (
        <div key={sector}>
          <dt className="live">
            <SectorLetter sector={sector} />
            {sectorWord[sector]}
          </dt>
          <dd className="swatched">
            <span className={`swatch fill ${sectorClass(sector)}`} />
            <span className="small muted">{sectorExamples[sector]}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Seats() {
  return (
    <dl className="facts">
      <div>
        <dt>
          <SeatBox code="UNI" sector="education" filled="principal" label="University" />
        </dt>
        <dd>Whole foot: the person the partner named for this seat.</dd>
      </div>
      <div>
        <dt>
          <SeatBox code="SCI" sector="private" filled="substitute" label="Science parks" />
        </dt>
        <dd>Half foot: a substitute.</dd>
      </div>
      <div>
        <dt>
          <SeatBox code="TEN" sector="voluntary-community" filled="nobody" label="Tenants" />
        </dt>
        <dd>Dashed: nobody is here for this seat.</dd>
      </div>
      <div>
        <dt>
          <SeatBox code="CHA" sector="private" filled="principal" label="Chamber of Commerce" speaking />
        </dt>
        <dd>Highlighted: has the floor.</dd>
      </div>
    </dl>
  );
}

function Connection() {
  return (
    <dl className="facts">
      {connectionWords.map(({ line, words }) => (
        <div key={words}>
          <dt>
            <ConnectionWord line={line} />
          </dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}

function TwoColours() {
  return (
    <dl className="facts">
      <div>
        <dt>
          <span className="hl">Yellow</span>
        </dt>
        <dd>Now: the current item, who has the floor, the clause being read back, a number just given.</dd>
      </div>
      <div>
        <dt>
          <span className="closed patch">
            <WithheldMark /> Pink
          </span>
        </dt>
        <dd>Closed: a restricted item, or an entry this reader may not see. Its number stays.</dd>
      </div>
    </dl>
  );
}
