import Link from "next/link";
import { type ComponentProps, type ReactNode, useId } from "react";

export type ButtonLook = {
  /** `filled` once a page, for the most likely next act; `plain` reads as a link does. */
  look?: "outline" | "filled" | "plain" | undefined;
  /** 32 high instead of 40, beside a line of text. */
  short?: boolean | undefined;
  /** For a single sign, which then needs an `aria-label`. */
  square?: boolean | undefined;
};

export function buttonClass({ look, short, square }: ButtonLook): string {
  return [
    "btn",
    look === "filled" && "primary",
    look === "plain" && "plain",
    short && "short",
    square && "square",
  ]
    .filter(Boolean)
    .join(" ");
}

type ButtonProps = ButtonLook &
  Omit<ComponentProps<"button">, "className" | "disabled"> & {
    /** Why it cannot be pressed now. It stays in sight, in reach of the keyboard, and says so. */
    whyNot?: ReactNode;
  };

export function Button({ look, short, square, whyNot, children, ...rest }: ButtonProps) {
  const reasonId = useId();
  const className = buttonClass({ look, short, square });
  if (!whyNot) {
    return (
      <button type="button" className={className} {...rest}>
        {children}
      </button>
    );
  }
  const { onClick: _unpressed, type: _unsent, ...named } = rest;
  return (
    <button type="button" className={className} aria-disabled="true" aria-describedby={reasonId} {...named}>
      {children}{" "}
      <span id={reasonId} className="why">
        {whyNot}
      </span>
    </button>
  );
}

type LinkButtonProps = ButtonLook & Omit<ComponentProps<typeof Link>, "className">;

/** Goes somewhere; a button does something. They look alike where they stand side by side. */
export function LinkButton({ look, short, square, ...rest }: LinkButtonProps) {
  return <Link className={buttonClass({ look, short, square })} {...rest} />;
}
