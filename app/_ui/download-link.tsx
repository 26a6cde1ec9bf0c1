import type { ReactNode } from "react";

/** The quiet way to a file beside what it holds; the browser stores it and stays where it is. */
export function DownloadLink({
  href,
  children = "Download as CSV",
  of,
}: {
  href: string;
  children?: ReactNode;
  /** What it is of, for whoever meets the link apart from its table. */
  of: string;
}) {
  return (
    <a className="download no-print" href={href} download>
      {children}
      <span className="sr"> ({of})</span>
    </a>
  );
}
