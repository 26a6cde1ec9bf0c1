"use client";

import { useState } from "react";
import { Header, MenuItem, MenuSection } from "./menu.tsx";
import { isTheme, THEME_COOKIE, type Theme, themes } from "./theme.ts";

const themeWord: Readonly<Record<Theme, string>> = {
  light: "Light",
  dark: "Dark",
  system: "As this device",
};

/** Light, dark, or as the device is set, as a section of a menu. The cookie lets the server paint it at once. */
export function ThemeChoice({ start }: { start: Theme }) {
  const [theme, setTheme] = useState(start);

  function choose(next: Theme) {
    setTheme(next);
    document.documentElement.dataset.theme = next;
    document.cookie = `${THEME_COOKIE}=${next}; path=/; max-age=31536000; samesite=lax`;
  }

  return (
    <MenuSection
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[theme]}
      onSelectionChange={(keys) => {
        const [next] = keys === "all" ? [] : keys;
        if (isTheme(next)) choose(next);
      }}
    >
      <Header>Appearance</Header>
      {themes.map((name) => (
        <MenuItem key={name} id={name}>
          {themeWord[name]}
        </MenuItem>
      ))}
    </MenuSection>
  );
}
