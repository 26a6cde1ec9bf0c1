"use client";

import { signOut } from "next-auth/react";
import { Menu, MenuItem, MenuSection, Separator } from "#app/_ui/menu.tsx";
import type { Theme } from "#app/_ui/theme.ts";
import { ThemeChoice } from "#app/_ui/theme-choice.tsx";

export type PersonMenuProps = { name: string; theme: Theme };

/** What belongs to the person, not to a board: what is held about them, how it looks, the way out. */
export function PersonMenu({ name, theme, label }: PersonMenuProps & { label?: string }) {
  return (
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
        <MenuItem onAction={() => void signOut({ callbackUrl: "/sign-in" })}>Sign out</MenuItem>
      </MenuSection>
    </Menu>
  );
}
