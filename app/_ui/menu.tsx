"use client";

import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { Menu as Behaviour, MenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { type ButtonLook, buttonClass } from "./button.tsx";

export { Header, MenuItem, MenuSection, Separator } from "react-aria-components/Menu";

/** A button and the list it opens; its children are MenuItem, MenuSection, Header and Separator. */
export function Menu(props: ButtonLook & { label: ReactNode; name?: string; children: ReactNode }) {
  const { label, name, children, look, short, square } = props;
  return (
    <MenuTrigger>
      <Button className={buttonClass({ look, short, square })} {...(name && { "aria-label": name })}>
        {label}
      </Button>
      <Popover className="popover" placement="bottom end">
        <Behaviour className="options">{children}</Behaviour>
      </Popover>
    </MenuTrigger>
  );
}
