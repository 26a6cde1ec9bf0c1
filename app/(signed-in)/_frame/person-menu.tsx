"use client";

import { signOut } from "next-auth/react";
import { useState } from "react";
import { begunOnDevice, forgetOnDevice, unsentOnDevice } from "#app/_live/device-store.ts";
import { tellLeft } from "#app/_live/leaving.ts";
import { closeTab, unsentInTab } from "#app/_live/tab.ts";
import { Confirm, Dialog } from "#app/_ui/dialog.tsx";
import { Menu, MenuItem, MenuSection, Separator } from "#app/_ui/menu.tsx";
import type { Theme } from "#app/_ui/theme.ts";
import { ThemeChoice } from "#app/_ui/theme-choice.tsx";
import type { PersonId } from "#domain/ids.ts";

const SIGN_IN = "/sign-in";

export type PersonMenuProps = { id: PersonId; name: string; theme: Theme };

/** What belongs to the person, not to a board: what is held about them, how it looks, the way out. */
export function PersonMenu({ id, name, theme, label }: PersonMenuProps & { label?: string }) {
  const [losing, setLosing] = useState<Losing | null>(null);
  const [isStuck, setIsStuck] = useState(false);

  async function leave() {
    const lost = await wouldLose(id);
    if (lost.unsent > 0 || lost.begun) setLosing(lost);
    else await leaveNow();
  }
  async function leaveNow() {
    // nothing is forgotten before the server has let them go: they may still be signed in
    if (!(await isSignedOut())) return setIsStuck(true);
    await forgetOnDevice(id).catch(() => undefined);
    await closeTab(id);
    tellLeft(id);
    return window.location.assign(SIGN_IN);
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
        lost={losing && lostText(losing)}
        act="Sign out without sending"
        onAct={() => void leaveNow()}
        isOpen={losing !== null}
        onOpenChange={(isOpen) => {
          if (!isOpen) setLosing(null);
        }}
      />
      <Dialog title="You are still signed in" isOpen={isStuck} onOpenChange={setIsStuck}>
        {() => (
          <p>
            The server could not be reached. Nobody was signed out, and what you wrote is still on this
            device. Sign out once the line is back.
          </p>
        )}
      </Dialog>
    </>
  );
}

type Losing = { readonly unsent: number; readonly begun: boolean };

/** What goes with the person; a browser that keeps nothing has nothing to lose. */
async function wouldLose(id: PersonId): Promise<Losing> {
  const [onDevice, inTab, begun] = await Promise.all([
    unsentOnDevice(id).catch(() => 0),
    unsentInTab(id),
    begunOnDevice(id).catch(() => false),
  ]);
  return { unsent: onDevice + inTab, begun };
}

function lostText({ unsent, begun }: Losing): string {
  if (unsent === 0) return "What you have begun to write is not sent yet. It is lost.";
  const also = begun ? " So is what you have begun to write." : "";
  return unsent === 1
    ? `One entry on this device is not sent yet. It is lost.${also}`
    : `${unsent} entries on this device are not sent yet. They are lost.${also}`;
}

async function isSignedOut(): Promise<boolean> {
  try {
    const { url } = await signOut({ redirect: false, callbackUrl: SIGN_IN });
    // anywhere else it leads to where one is asked again
    return new URL(url, window.location.href).pathname === SIGN_IN;
  } catch {
    return false;
  }
}
