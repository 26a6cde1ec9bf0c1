import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { THEME_COOKIE, themeOf } from "#app/_ui/theme.ts";
import { signedIn } from "#server/auth/identify.ts";
import { TopBar } from "./_frame/top-bar.tsx";

export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const { personId: id, name } = await signedIn();
  const theme = themeOf((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <>
      <TopBar person={{ id, name, theme }} />
      {children}
    </>
  );
}
