import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { money } from "#app/_text/dates.ts";
import { amountText, championName, dayText, spanText } from "#app/_text/line-text.ts";
import { listed } from "#app/_text/numbers.ts";
import { moneyKindWord } from "#app/_text/words.ts";
import { Choices } from "#app/_ui/choices.tsx";
import { Table } from "#app/_ui/table.tsx";
import { financialYearText } from "#domain/registers/resources.ts";
import { keepsRegisters } from "#server/auth/asker.ts";
import {
  type ObjectiveShown,
  type ObjectivesView,
  objectivesView,
} from "#server/registers/objectives-view.ts";
import { runtime } from "#server/runtime.ts";
import { EndedObjectives, ObjectivesList } from "../../_board/objectives-list.tsx";
import { BoardHead, Section } from "../../_registers/board-head.tsx";
import {
  ChampionButton,
  EvidenceButton,
  ResourceButton,
  TermButton,
} from "../../_registers/objective-forms.tsx";
import { AddPotButton, PotButton, RenamePotButton } from "../../_registers/pot-forms.tsx";
import { TakeAway } from "../../_registers/take-away.tsx";
import { boardAskedFor } from "../board-asked.ts";
import { FoldedHistory } from "../line-history.tsx";

type Props = {
  readonly params: Promise<{ boardId: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

const asked = cache(async (boardId: string, year: number | null) => {
  const { asker, allowed } = await boardAskedFor(Promise.resolve({ boardId }));
  const { database, clock } = runtime();
  const view = (await objectivesView(database.db, allowed, { now: clock.now(), year })) ?? notFound();
  return { view, role: allowed.role, mayKeep: keepsRegisters(asker) };
});

const yearIn = async (searchParams: Props["searchParams"]) => Number((await searchParams).year) || null;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  await asked((await params).boardId, await yearIn(searchParams));
  return { title: "Objectives and money" };
}

export default async function ObjectivesPage({ params, searchParams }: Props) {
  const { view, role, mayKeep } = await asked((await params).boardId, await yearIn(searchParams));
  const { boardId, name, objectives, changes, names } = view;
  const current = objectives.filter(({ hasEnded }) => !hasEnded);
  const ended = objectives.filter(({ hasEnded }) => hasEnded);
  return (
    <main className="page" id="main">
      <BoardHead
        boardId={boardId}
        name={name}
        role={role}
        page="objectives"
        title="Objectives and money"
        lede="What the joint strategy is for, what it rests on, and what partners are known to put in. These are the same on every board."
      />
      {current.map((objective) => (
        <Section key={objective.id} id={`objective-${objective.id}`} title={objective.title}>
          <Objective objective={objective} view={view} mayKeep={mayKeep} />
        </Section>
      ))}
      {mayKeep && (
        <Section id="titles" title="The objectives by name">
          <ObjectivesList objectives={current.map(({ id, title }) => ({ id, title }))} mayChange />
          <EndedObjectives objectives={ended.map(({ id, title }) => ({ id, title }))} />
        </Section>
      )}
      <Section id="resources" title="What partners are known to put in">
        <Resources view={view} />
        <TakeAway boardId={boardId} table="resources" of="known resources of all years" />
      </Section>
      <Section id="pots" title="Pots of money">
        <Pots view={view} mayKeep={mayKeep} />
        <TakeAway boardId={boardId} table="pots" of="pots of money" />
      </Section>
      <Section id="changed" title="What has been changed">
        <FoldedHistory changes={changes} names={names} mayUndo={() => mayKeep} />
      </Section>
    </main>
  );
}

type Shown = { objective: ObjectiveShown; view: ObjectivesView; mayKeep: boolean };

function Objective({ objective, view, mayKeep }: Shown) {
  const { id, title, term, evidence, resources } = objective;
  const { today, struck } = view;
  const struckTerm = struck.terms.find(({ holds }) => holds.objectiveId === id) ?? null;
  return (
    <dl className="facts kept-facts">
      <div>
        <dt>Counts</dt>
        <dd>
          {term ? spanText(term.holds) : "Nobody has said from when."}
          {mayKeep && (
            <TermButton
              objective={{ id, title }}
              line={term ?? struckTerm}
              isStruck={term === null && struckTerm !== null}
              today={today}
            />
          )}
        </dd>
      </div>
      <div>
        <dt>Champion</dt>
        <dd>
          <Champions objective={objective} view={view} mayKeep={mayKeep} />
        </dd>
      </div>
      <div>
        <dt>Evidence</dt>
        <dd>
          {evidence.length === 0 && <span className="muted">None named yet.</span>}
          <ul className="kept-list in">
            {evidence.map((line) => (
              <li key={line.id}>
                <p className="tx">{line.holds.says}</p>
                <p className="by">
                  {line.holds.source}, {dayText(line.holds.on)}
                </p>
                {mayKeep && <EvidenceButton objective={{ id, title }} line={line} today={today} />}
              </li>
            ))}
          </ul>
          {mayKeep && <EvidenceButton objective={{ id, title }} today={today} />}
        </dd>
      </div>
      <div>
        <dt>Known resources, {financialYearText(view.year)}</dt>
        <dd>
          {resources.length === 0 ? (
            <span className="muted">None known.</span>
          ) : (
            <b>{amountText(objective.known)} in all</b>
          )}
          <ul className="kept-list in">
            {resources.map((line) => (
              <li key={line.id}>
                <p>
                  {view.names.partner(line.holds.partnerId)}: {amountText(line.holds)}
                </p>
                <p className="by">
                  {moneyKindWord[line.holds.resourceKind]}. {line.holds.source}
                </p>
                {mayKeep && <ResourceOf objective={objective} view={view} line={line} />}
              </li>
            ))}
          </ul>
          {mayKeep && <ResourceOf objective={objective} view={view} />}
        </dd>
      </div>
    </dl>
  );
}

function Champions({ objective: { id, title, champions }, view, mayKeep }: Shown) {
  const { names, partners, seats, today } = view;
  const options = [
    ...partners.map((partner) => ({ value: `partner/${partner.id}`, label: partner.name })),
    ...seats.map((seat) => ({ value: `seat/${seat.id}`, label: `Seat: ${seat.label}` })),
  ];
  return (
    <>
      {champions.length === 0 && <span className="muted">Nobody named yet.</span>}
      <ul className="kept-list in">
        {champions.map((line) => {
          const name = championName(line.holds.champion, names);
          return (
            <li key={line.id}>
              <p>
                {name}, <span className="muted">{spanText(line.holds)}</span>
              </p>
              {mayKeep && (
                <ChampionButton
                  objective={{ id, title }}
                  line={line}
                  options={options}
                  name={name}
                  today={today}
                />
              )}
            </li>
          );
        })}
      </ul>
      {mayKeep && <ChampionButton objective={{ id, title }} options={options} name="" today={today} />}
    </>
  );
}

function ResourceOf(props: {
  objective: ObjectiveShown;
  view: ObjectivesView;
  line?: ObjectiveShown["resources"][number];
}) {
  const { objective, view, line } = props;
  return (
    <ResourceButton
      objective={{ id: objective.id, title: objective.title }}
      {...(line && { line })}
      partners={view.partners.map(({ id, name }) => ({ value: id, label: name }))}
      partner={line ? view.names.partner(line.holds.partnerId) : ""}
      year={view.year}
    />
  );
}

function Resources({ view }: { view: ObjectivesView }) {
  const { boardId, objectives, years, year, known, byPartner } = view;
  const told = objectives.filter((objective) => objective.known.of > 0);
  return (
    <>
      {years.length > 1 && (
        <Choices
          label="Financial year"
          chosen={String(year)}
          choices={years.map((each) => ({
            key: String(each),
            words: financialYearText(each),
            href: `/boards/${boardId}/objectives?year=${each}#resources`,
          }))}
        />
      )}
      {told.length === 0 ? (
        <p className="nothing">
          <b>Nothing is known yet of {financialYearText(year)}.</b> Steering begins with knowing what there
          is.
        </p>
      ) : (
        <Table caption={`By objective, ${financialYearText(year)}.`} className="kept">
          <thead>
            <tr>
              <th scope="col">Objective</th>
              <th scope="col" className="r extra">
                Entries
              </th>
              <th scope="col" className="r">
                A year
              </th>
            </tr>
          </thead>
          <tbody>
            {told.map((objective) => (
              <tr key={objective.id}>
                <th scope="row">{objective.title}</th>
                <td className="r extra">{objective.known.of}</td>
                <td className="r">{amountText(objective.known)}</td>
              </tr>
            ))}
            <tr className="step">
              <th scope="row">In all</th>
              <td className="r extra">{known.of}</td>
              <td className="r">{amountText(known)}</td>
            </tr>
          </tbody>
        </Table>
      )}
      {byPartner.length > 0 && (
        <>
          <Table caption={`By partner, ${financialYearText(year)}.`} className="kept">
            <thead>
              <tr>
                <th scope="col">Partner</th>
                <th scope="col" className="r">
                  A year
                </th>
              </tr>
            </thead>
            <tbody>
              {byPartner.map(({ partner, known: own }) => (
                <tr key={partner.id}>
                  <th scope="row">{partner.name}</th>
                  <td className="r">{amountText(own)}</td>
                </tr>
              ))}
            </tbody>
          </Table>
          <p className="cap">A partner’s own total is seen by that partner, the chair and the clerk.</p>
        </>
      )}
    </>
  );
}

function Pots({ view, mayKeep }: { view: ObjectivesView; mayKeep: boolean }) {
  const { pots, partners, struck, names, today } = view;
  const named = partners.map(({ id, name }) => ({ id, name }));
  return (
    <>
      {pots.length === 0 && <p className="nothing">No pots yet.</p>}
      <ul className="kept-list">
        {pots.map(({ id, name, hasEnded, line }) => {
          const was = struck.pots.find(({ holds }) => holds.potId === id) ?? null;
          return (
            <li key={id}>
              <p className="tx">
                {name}
                {hasEnded && <span className="muted"> has ended</span>}
              </p>
              <p className="by">
                {line ? (
                  <>
                    {line.holds.pence === null ? "Amount not known" : money(line.holds.pence)}.{" "}
                    {spanText(line.holds)}.{" "}
                    {line.holds.partners.length > 0
                      ? `${listed(line.holds.partners.map((partner) => names.partner(partner)))}.`
                      : "No partner named."}
                  </>
                ) : (
                  "Nobody has said what is in it."
                )}
              </p>
              {mayKeep && (
                <div className="actions">
                  <PotButton
                    pot={{ id, name }}
                    line={line ?? was}
                    isStruck={line === null && was !== null}
                    partners={named}
                    today={today}
                  />
                  <RenamePotButton pot={{ id, name }} hasEnded={hasEnded} />
                </div>
              )}
            </li>
          );
        })}
      </ul>
      {mayKeep && (
        <div className="actions after">
          <AddPotButton />
        </div>
      )}
    </>
  );
}
