import Link from "next/link";
import type { ReactNode } from "react";

export default function SignedOutLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <header className="top">
        <Link className="word" href="/">
          Candour
        </Link>
      </header>
      {children}
    </>
  );
}
