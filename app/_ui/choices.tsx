import Link from "next/link";

export type Choice = { readonly key: string; readonly words: string; readonly href: string };

/** A row of links, the chosen one underlined and heavier. */
export function Choices({
  label,
  choices,
  chosen,
}: {
  label: string;
  choices: readonly Choice[];
  chosen: string;
}) {
  return (
    <nav className="choices" aria-label={label}>
      {choices.map(({ key, words, href }) => (
        <Link key={key} href={href} aria-current={key === chosen ? "true" : undefined}>
          {words}
        </Link>
      ))}
    </nav>
  );
}
