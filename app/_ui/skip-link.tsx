/** The first stop of the keyboard on every page; the page's `<main>` has the id `main`. */
export function SkipLink({ children }: { children: string }) {
  return (
    <a className="skip" href="#main">
      {children}
    </a>
  );
}
