"use client";

import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { Disclosure as Behaviour, DisclosurePanel, Heading } from "react-aria-components/Disclosure";

/** More about something, one press away. */
export function Disclosure(props: {
  title: ReactNode;
  level?: number;
  defaultExpanded?: boolean;
  children: ReactNode;
}) {
  const { title, level = 3, defaultExpanded = false, children } = props;
  return (
    <Behaviour className="disclosure" defaultExpanded={defaultExpanded}>
      <Heading level={level}>
        <Button slot="trigger">{title}</Button>
      </Heading>
      <DisclosurePanel>{children}</DisclosurePanel>
    </Behaviour>
  );
}
