export const THEME_COOKIE = "theme";

export const themes = ["light", "dark", "system"] as const;
export type Theme = (typeof themes)[number];

/** Whether a value, from a cookie or a menu, names a theme. */
export function isTheme(value: unknown): value is Theme {
  return themes.some((theme) => theme === value);
}

/** The theme a cookie asks for; `system` when it asks for nothing we know. */
export function themeOf(cookie: string | undefined): Theme {
  return isTheme(cookie) ? cookie : "system";
}
