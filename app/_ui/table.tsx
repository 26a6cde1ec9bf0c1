import { type ReactNode, useId } from "react";

/** Rows of figures with a caption. A wide one scrolls in its own place, with the keyboard too. */
export function Table(props: { caption: ReactNode; className?: string; children: ReactNode }) {
  const id = useId();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be in reach of the keyboard
    <section className="scroller" aria-labelledby={id} tabIndex={0}>
      <table className={props.className}>
        <caption id={id}>{props.caption}</caption>
        {props.children}
      </table>
    </section>
  );
}
