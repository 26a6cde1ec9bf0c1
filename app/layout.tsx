import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import "./globals.css";
import { BrowserHabits } from "#app/_ui/browser-habits.tsx";
import { SkipLink } from "#app/_ui/skip-link.tsx";
import { THEME_COOKIE, themeOf } from "#app/_ui/theme.ts";

export const metadata: Metadata = {
  title: { default: "Candour", template: "%s · Candour" },
  description: "Board meetings of a partnership, live and on the record.",
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fcfcfa" },
    { media: "(prefers-color-scheme: dark)", color: "#141a1f" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = themeOf((await cookies()).get(THEME_COOKIE)?.value);
  // what lays its own rules on the page (react-aria, for presses) looks for the nonce here
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <html lang="en-GB" data-theme={theme}>
      <head>
        <meta property="csp-nonce" nonce={nonce} suppressHydrationWarning />
      </head>
      <body>
        <SkipLink>Skip to the page</SkipLink>
        <BrowserHabits>{children}</BrowserHabits>
      </body>
    </html>
  );
}
