"use client";

import Link from "next/link";
import { useState } from "react";
import { SectorLetter } from "#app/_marks/sector.tsx";
import { sectorWord } from "#app/_text/words.ts";
import { TextField } from "#app/_ui/field.tsx";
import type { PartnerId, PersonId } from "#domain/ids.ts";
import type { Sector, Tier } from "#domain/meeting/registers.ts";
import { ChangePartnerButton } from "./partner-form.tsx";

type ListedPerson = {
  readonly id: PersonId;
  readonly name: string;
  readonly post: string;
  readonly electedOffice: string | null;
  readonly email: string | null;
  readonly disabled: boolean;
};
type ListedPartner = {
  readonly id: PartnerId;
  readonly name: string;
  readonly code: string;
  readonly sector: Sector;
  readonly tier: Tier | null;
  readonly people: readonly ListedPerson[];
};
export type People = {
  readonly sectors: readonly { readonly sector: Sector; readonly partners: readonly ListedPartner[] }[];
  readonly unattached: readonly ListedPerson[];
  readonly mayAdd: boolean;
};

export function PeopleList({ view }: { view: People }) {
  const [sought, setSought] = useState("");
  const found = search(view, sought);
  const empty = found.sectors.length === 0 && found.unattached.length === 0;
  return (
    <>
      <div className="row">
        <div className="w form">
          <TextField
            label="Find by name, post or organisation"
            type="search"
            value={sought}
            onChange={(event) => setSought(event.target.value)}
          />
        </div>
      </div>
      {found.sectors.map(({ sector, partners }) => (
        <section key={sector} className="row sect" aria-labelledby={sector}>
          <div className="g">
            <SectorLetter sector={sector} />
          </div>
          <div className="w">
            <h2 id={sector}>{sectorWord[sector]}</h2>
            {partners.map((partner) => (
              <Partner key={partner.id} partner={partner} mayChange={view.mayAdd} />
            ))}
          </div>
        </section>
      ))}
      {found.unattached.length > 0 && (
        <section className="row sect" aria-labelledby="unattached">
          <div className="w">
            <h2 id="unattached">Of no partner</h2>
            <Persons people={found.unattached} />
          </div>
        </section>
      )}
      {empty && <Nothing isSearch={sought !== ""} mayAdd={view.mayAdd} />}
    </>
  );
}

function Partner({ partner, mayChange }: { partner: ListedPartner; mayChange: boolean }) {
  return (
    <section className="group" aria-label={partner.name}>
      <h3>
        {partner.name} <span className="muted">{partner.code}</span>
        {mayChange && <ChangePartnerButton partner={partner} />}
      </h3>
      {partner.people.length > 0 ? (
        <Persons people={partner.people} />
      ) : (
        <p className="nothing">Nobody in the register yet.</p>
      )}
    </section>
  );
}

function Persons({ people }: { people: readonly ListedPerson[] }) {
  return (
    <ul className="folk">
      {people.map(({ id, name, post, electedOffice, email, disabled }) => (
        <li key={id}>
          <Link href={`/people/${id}`}>{name}</Link>
          <span>{[post, electedOffice].filter(Boolean).join(", ")}</span>
          <span className="muted">{disabled ? "Not let in" : email}</span>
        </li>
      ))}
    </ul>
  );
}

function Nothing({ isSearch, mayAdd }: { isSearch: boolean; mayAdd: boolean }) {
  return (
    <div className="row">
      <p className="w nothing">
        {isSearch
          ? "Nobody is called that. Try part of a name, a post or an organisation."
          : mayAdd
            ? "Nobody is in the register yet. Add a partner first, then its people."
            : "Nobody is in the register yet. The clerk of a board can add people."}
      </p>
    </div>
  );
}

function search(view: People, sought: string): Pick<People, "sectors" | "unattached"> {
  const words = sought.toLocaleLowerCase("en-GB").split(/\s+/).filter(Boolean);
  if (words.length === 0) return view;
  const has = (...texts: readonly (string | null)[]) => {
    const text = texts.join(" ").toLocaleLowerCase("en-GB");
    return words.every((word) => text.includes(word));
  };
  const among = (people: readonly ListedPerson[], ...more: readonly string[]) =>
    people.filter(({ name, post, electedOffice, email }) => has(name, post, electedOffice, email, ...more));

  return {
    sectors: view.sectors
      .map(({ sector, partners }) => ({
        sector,
        partners: partners
          .map((partner) => ({ ...partner, people: among(partner.people, partner.name, partner.code) }))
          .filter(({ people, name, code }) => people.length > 0 || has(name, code)),
      }))
      .filter(({ partners }) => partners.length > 0),
    unattached: among(view.unattached),
  };
}
