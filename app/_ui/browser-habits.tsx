"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { RouterProvider } from "react-aria-components";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { Announcer } from "./announcer.tsx";

/** What every component may rely on in the browser: this country's dates, links that keep the page, a voice. */
export function BrowserHabits({ children }: { children: ReactNode }) {
  const router = useRouter();
  return (
    <I18nProvider locale="en-GB">
      <RouterProvider navigate={(path) => router.push(path)}>
        <Announcer>{children}</Announcer>
      </RouterProvider>
    </I18nProvider>
  );
}
