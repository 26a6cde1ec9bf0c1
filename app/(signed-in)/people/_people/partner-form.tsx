"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { nothingMore } from "#app/_forms/ask.ts";
import { AskingForm } from "#app/_forms/asking-form.tsx";
import { textOf, textOrNull } from "#app/_forms/fields.ts";
import { tierWord } from "#app/_text/register-words.ts";
import { sectorExamples, sectorWord } from "#app/_text/words.ts";
import { DialogButton } from "#app/_ui/dialog.tsx";
import { TextField } from "#app/_ui/field.tsx";
import { Select } from "#app/_ui/select.tsx";
import type { PartnerId } from "#domain/ids.ts";
import { Sector, Tier } from "#domain/meeting/registers.ts";
import { AddPartner, ChangePartner } from "#domain/registers/boards.ts";

type Partner = { id: PartnerId; name: string; code: string; sector: Sector; tier: Tier | null };

export function AddPartnerButton() {
  return (
    <DialogButton label="Add a partner" title="Add a partner">
      {(close) => <PartnerForm onDone={close} />}
    </DialogButton>
  );
}

export function ChangePartnerButton({ partner }: { partner: Partner }) {
  return (
    <DialogButton label={`Change ${partner.name}`} title={partner.name} look="plain">
      {(close) => <PartnerForm partner={partner} onDone={close} />}
    </DialogButton>
  );
}

function PartnerForm({ partner, onDone }: { partner?: Partner; onDone: () => void }) {
  const router = useRouter();
  const [sector, setSector] = useState<Sector | null>(partner?.sector ?? null);
  const way = partner
    ? ({ method: "PUT", path: `/api/partners/${partner.id}`, schema: ChangePartner } as const)
    : ({ method: "POST", path: "/api/partners", schema: AddPartner } as const);
  return (
    <AskingForm
      {...way}
      reads={nothingMore}
      read={(fields) => ({
        ...(partner && { partnerId: partner.id }),
        name: textOf(fields, "name"),
        code: textOf(fields, "code"),
        sector,
        tier: sector === "local-authority" ? textOrNull(fields, "tier") : null,
      })}
      onDone={() => {
        router.refresh();
        onDone();
      }}
      act={partner ? "Save" : "Add the partner"}
    >
      {(problemOf) => (
        <>
          <TextField
            label="Name"
            name="name"
            defaultValue={partner?.name ?? ""}
            problem={problemOf("name")}
          />
          <TextField
            label="Code"
            hint="Two to four capitals or figures, for charts and seat plans."
            name="code"
            defaultValue={partner?.code ?? ""}
            problem={problemOf("code")}
            maxLength={4}
            autoCapitalize="characters"
          />
          <Select
            label="Sector"
            hint={sector ? sectorExamples[sector] : undefined}
            options={Sector.options.map((value) => ({ value, label: sectorWord[value] }))}
            value={sector}
            onChange={setSector}
            problem={problemOf("sector")}
          />
          {sector === "local-authority" && (
            <Select
              label="Tier"
              name="tier"
              options={Tier.options.map((value) => ({ value, label: tierWord[value] }))}
              {...(partner?.tier && { defaultValue: partner.tier })}
              problem={problemOf("tier")}
            />
          )}
        </>
      )}
    </AskingForm>
  );
}
