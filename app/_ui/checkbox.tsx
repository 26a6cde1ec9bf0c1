"use client";

import type { ReactNode } from "react";
import { Checkbox as Behaviour, type CheckboxProps } from "react-aria-components/Checkbox";

type Props = Omit<CheckboxProps, "className" | "children"> & { children: ReactNode };

export function Checkbox({ children, ...rest }: Props) {
  return (
    <Behaviour className="tick" {...rest}>
      <span className="box" aria-hidden="true" />
      <span>{children}</span>
    </Behaviour>
  );
}
