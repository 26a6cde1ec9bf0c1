import type { Metadata } from "next";
import Link from "next/link";

export const metadata: Metadata = { title: "Nothing at this address" };

export default function NotFound() {
  return (
    <main className="page" id="main">
      <div className="row title">
        <div className="w">
          <h1>Nothing is kept at this address</h1>
          <p className="lede">
            It may have been mistyped, or you may not be among those who can read it. The record itself never
            disappears.
          </p>
          <p className="meta">
            <Link href="/">Your boards and meetings</Link>
          </p>
        </div>
      </div>
    </main>
  );
}
