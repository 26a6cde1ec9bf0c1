"use client";

import { signOut } from "next-auth/react";
import { useState } from "react";
import { forgetOnDevice, unsentOnDevice } from "#app/_live/device-store.ts";
import { Confirm } from "#app/_ui/dialog.tsx";
import { Menu, MenuItem, MenuSection, Separator } from "#app/_ui/menu.tsx";
import type { Theme } from "#app/_ui/theme.ts";
import { ThemeChoice } from "#app/_ui/theme-choice.tsx";
import type { PersonId } from "#domain/ids.ts";

export type PersonMenuProps = { id: PersonId; name: string; theme: Theme };

/** What belongs to the person, not to a board: what is held about them, how it looks, the way out. */
export function PersonMenu({ id, name, theme, label }: PersonMenuProps & { label?: string }) {
  const [unsent, setUnsent] = useState(0);

  async function leave() {
    // a browser that keeps nothing has nothing to lose
    const kept = await unsentOnDevice(id).catch(() => 0);
    if (kept > 0) setUnsent(kept);
    else await forgetAndLeave();
  }
  async function forgetAndLeave() {
    await forgetOnDevice(id).catch(() => undefined);
    await signOut({ callbackUrl: "/sign-in" });
  }
  return (
    <>
      <Menu label={label ?? name} name={`Menu of ${name}`} {...(label && { look: "plain" })}>
        <MenuSection aria-label={name}>
          <MenuItem href="/account">Password and sign-ins</MenuItem>
          <MenuItem href="/account/held">What is held about me</MenuItem>
          <MenuItem href="/help/marks">Marks and what they mean</MenuItem>
        </MenuSection>
        <Separator />
        <ThemeChoice start={theme} />
        <Separator />
        <MenuSection aria-label="Leave">
          <MenuItem onAction={() => void leave()}>Sign out</MenuItem>
        </MenuSection>
      </Menu>
      <Confirm
        title="Sign out?"
        lost={
          unsent === 1
            ? "One entry on this device is not sent yet. It is lost."
            : `${unsent} entries on this device are not sent yet. They are lost.`
        }
        act="Sign out and lose them"
        onAct={() => void forgetAndLeave()}
        isOpen={unsent > 0}
        onOpenChange={(isOpen) => {
          if (!isOpen) setUnsent(0);
        }}
      />
    </>
  );
}
