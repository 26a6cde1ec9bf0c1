import type { ReactNode } from "react";

/** What is to be known of the line, or of the page itself; in the margin how much it is about. */
export function Strip({ figure, children }: { figure: number | null; children: ReactNode }) {
  return (
    <output className="offline">
      <div className="g">{figure}</div>
      <div className="w">{children}</div>
    </output>
  );
}
